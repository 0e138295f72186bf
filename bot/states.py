"""What a person may be in the middle of. Each group has few states, typed data, and a way out.

A command, or a tap that its handlers do not take, leaves a dialogue; `/cancel` says so.
"""

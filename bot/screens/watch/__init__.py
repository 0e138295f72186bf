"""What teachers say of pupils, and what a class teacher looks after."""

# Requests for help: what cannot be done with them.
refusal-ticket-taken = { $who } has taken this request already. Your answer was not sent.
refusal-ticket-taken-by-nobody = This request was handed on already. Your answer was not sent.
refusal-ticket-changed = The request has changed meanwhile. Open it again to see how it stands.
refusal-ticket-over = The request is closed. If the question remains, ask it anew.
refusal-too-many-tickets = Too many questions within the hour. Wait { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} or add to a request that is open.
refusal-ticket-reason = Write in short why it is urgent: up to 300 characters.
refusal-ticket-promised-sooner = It cannot be taken: an answer is promised before your duty begins. You may answer it now.
refusal-ticket-nobody-there = It cannot be handed over there: nobody answers this topic then. Choose another consultant, a window or the administrator.
refusal-ticket-wrong-instant = This time does not fit: it is past or too far away. Choose another one.
refusal-ticket-cannot-merge = Only requests that wait for an answer and are nobody else’s can be merged.
refusal-ticket-rated = You have rated this request already. Thank you.
refusal-ticket-wrong-rating = A rating is from 1 to 5, with up to 500 characters.

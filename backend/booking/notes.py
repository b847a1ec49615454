"""The notices booking orders: keys of catalogue/notices.yaml."""

from enum import StrEnum


class Note(StrEnum):
    """One message each. What they may name: `Places.notice_data`, and what stands beside them."""

    BOOKED = "appointment_booked"
    REQUESTED = "appointment_requested"
    CONFIRMED = "appointment_confirmed"
    DECLINED = "appointment_declined"  # reason
    PROPOSED = "appointment_proposed"  # proposed, proposed_hall, reason, until
    CANCELLED = "appointment_cancelled"
    CANCELLED_BY_PHONE = "appointment_cancelled_by_phone"  # reason
    RESCHEDULED = "appointment_rescheduled"
    RESCHEDULED_BY_PHONE = "appointment_rescheduled_by_phone"  # words
    MOVED = "appointment_moved"  # old_time, reason
    KEPT = "appointment_kept"
    NEEDLESS = "appointment_needless"
    CLOSED = "appointment_closed"  # reason, next
    REMINDER_DAY = "appointment_reminder_day"
    REMINDER_HOUR = "appointment_reminder_hour"
    CALLED = "appointment_called"
    MISSED = "appointment_missed"
    FROZEN = "appointment_frozen"
    FROZEN_AGENT = "appointment_frozen_agent"
    OFFERED = "waitlist_offered"  # of the line's own: name, item, hall; time, until, count
    UNANSWERED = "waitlist_unanswered"  # time, what
    WAITED_IN_VAIN = "waitlist_over"  # days
    WAITING_ENDED = "waitlist_ended"  # reason
    BLOCKED = "booking_blocked"  # missed, days, until
    UNBLOCKED = "booking_unblocked"

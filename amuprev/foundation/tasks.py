"""Background work of the ground floor."""

from django_tasks import task

from amuprev.foundation import delivery


@task(queue_name="mail")
def deliver_mail(key: int) -> bool:
    """Send the outgoing mail of this key. Idempotent: who claims it first sends it."""
    return delivery.deliver(key)

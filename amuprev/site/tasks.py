"""Background work of the roof. Arguments are keys, never words or addresses."""

from django_tasks import task

from amuprev.site import posting
from amuprev.site.models import BulletinSending


@task(priority=-10)
def post_bulletin(key: int) -> int:
    """Hand an issue to the mail queue for every reader; how many mails. Idempotent."""
    sending = (
        BulletinSending.objects.select_related("issue__locale").filter(pk=key).first()
    )
    return posting.post_next(sending) if sending else 0

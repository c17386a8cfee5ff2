"""How editors work: what they send waits for the secretariat, which publishes."""

from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from amuprev.site.models import NewsIndexPage
from network.choices import PUBLISHERS_GROUP
from network.services.people import let_authors_add, pages_group

REVIEW = "Revisión de la secretaría"
TOP = "Todo el portal"


def set_up() -> None:
    """Make the way from editors to the secretariat; what it changed later stays."""
    # Editors see the root of the tree over both homes: not in Wagtail's word for it.
    Page.objects.filter(depth=1, title="Root").update(title=TOP, draft_title=TOP)
    for index in NewsIndexPage.objects.all():
        let_authors_add(page=index)
    if Workflow.objects.filter(name=REVIEW).exists():
        return
    task = GroupApprovalTask.objects.create(name=REVIEW)
    task.groups.add(pages_group(PUBLISHERS_GROUP))
    workflow = Workflow.objects.create(name=REVIEW)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    root = Page.objects.get(depth=1)
    WorkflowPage.objects.filter(page=root).delete()
    WorkflowPage.objects.create(workflow=workflow, page=root)

"""Opens a page and waits for the theme's script, which then follows links within the document."""

from playwright.sync_api import Page


def arrive(page: Page, address: str) -> None:
    """Open a page. Wait until the theme has the sitemap, and so knows which links to follow within the document."""
    with page.expect_request_finished(lambda request: request.url.endswith("/sitemap.xml")) as sitemap:
        page.goto(address)
        page.mouse.move(1, 1)
    page.evaluate(
        "(url) => fetch(url).then((answer) => answer.text())", sitemap.value.url
    )  # answered after the theme's own request

from amuprev.foundation.prose import render_prose


def test_prose_keeps_paragraphs_lists_links_and_emphasis():
    html = render_prose("Hola **todas**\n\n- uno\n- dos\n\n[acta](https://example.org)")
    assert "<strong>todas</strong>" in html
    assert html.count("<li>") == 2
    assert '<a href="https://example.org" rel="noopener noreferrer">acta</a>' in html


def test_prose_shows_html_as_text():
    html = render_prose('<script>alert(1)</script><img src=x onerror="alert(1)">')
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


def test_prose_refuses_script_addresses():
    assert "href" not in render_prose("[x](javascript:alert(1))")
    assert "href" not in render_prose("[x](data:text/html;base64,PHA+)")


def test_prose_headings_start_at_the_level_given():
    assert render_prose("# Uno").startswith("<h3>")
    assert render_prose("### Tres").startswith("<h4>")
    assert render_prose("## Dos", heading_level=2).startswith("<h2>")


def test_prose_keeps_line_breaks_and_drops_null_bytes():
    assert render_prose("uno\ndos\x00") == "<p>uno<br>\ndos</p>"

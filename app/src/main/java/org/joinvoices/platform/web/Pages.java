package org.joinvoices.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Renders the precompiled templates; every template takes one parameter named {@code page}. */
public final class Pages {

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.joinvoices.jte");

  /**
   * @param template path below {@code src/main/jte}, for example {@code signing/web/action.jte}
   */
  public String render(String template, Object page) {
    var html = new StringOutput();
    ENGINE.render(template, page, html);
    return html.toString();
  }
}

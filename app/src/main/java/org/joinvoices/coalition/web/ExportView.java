package org.joinvoices.coalition.web;

import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;

/**
 * What {@code coalition/web/export.jte} shows: what a partner's link gives, before it gives it.
 *
 * @param path of this page, with its token
 * @param partner its name
 * @param letter its title
 * @param visits in words, as are the next two
 */
public record ExportView(
    Frame frame,
    Words words,
    String path,
    String partner,
    String letter,
    String letterPath,
    String visits,
    String joined,
    String yes) {

  @Override
  public String toString() {
    return "ExportView[token hidden]";
  }
}

package org.joinvoices.desk;

/**
 * What {@code desk/link.jte} shows: a one-time link with the button that uses it up.
 *
 * @param path where the button posts to
 * @param button its words
 */
public record LinkView(DeskFrame desk, String lead, String path, String button, String until) {

  @Override
  public String toString() {
    return "LinkView[hidden]";
  }
}

package org.joinvoices.platform.web;

/**
 * A page that says one thing and shows a way on ({@code platform/web/say.jte}).
 *
 * @param lead one or two sentences
 */
public record SayView(Frame frame, String title, String lead, Way onward) {

  /** A link with its words. */
  public record Way(String path, String label) {}
}

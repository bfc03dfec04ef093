package org.joinvoices.desk.partners;

import java.util.List;
import java.util.Optional;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Partner;

/**
 * What {@code desk/partners/partners.jte} shows.
 *
 * @param letter its title
 * @param path of the letter at the desk
 * @param links those that are no partner's
 * @param done what was just done, in words
 */
public record PartnersView(
    DeskFrame desk,
    String letter,
    String path,
    List<Line> partners,
    List<Link> links,
    PartnerForm partner,
    LinkForm link,
    Optional<String> done,
    Optional<Export> export) {

  /**
   * One partner; numbers are in words.
   *
   * @param page its own address, absolute
   * @param frame the code by which its site shows the letter
   * @param left when, in words; empty while it is one
   */
  public record Line(
      Partner partner,
      String page,
      String frame,
      String since,
      Optional<String> left,
      String visits,
      String joined,
      String yes) {}

  /** One link; as before. */
  public record Link(String label, String address, String visits, String joined) {}

  /**
   * A link to a partner's list, shown this once.
   *
   * @param until in words
   */
  public record Export(String partner, String address, String until) {

    @Override
    public String toString() {
      return "Export[hidden]";
    }
  }

  public PartnersView {
    partners = List.copyOf(partners);
    links = List.copyOf(links);
  }

  public Words words() {
    return PartnersPages.WORDS;
  }
}

package org.joinvoices.accountability.web;

import java.net.URI;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.OfficeContact;
import org.joinvoices.districts.Officeholder;
import org.joinvoices.districts.Seat;
import org.joinvoices.signing.CallScript;

/**
 * How people reach one office: what the letter says of it, else what the civic data knows.
 *
 * @param called how to speak of its holder, such as {@code Senator Sherrod Brown}
 * @param phone {@code NNN-NNN-NNNN}
 * @param contactPage of the public; else the office's own site
 */
public record Office(String called, Optional<String> phone, Optional<String> contactPage) {

  static Office of(Officeholder holder, Seat seat, Action action) {
    var known = action.office(seat);
    return new Office(
        title(seat) + " " + holder.name(),
        CallScript.phone(action, seat, holder),
        known
            .flatMap(OfficeContact::contactPage)
            .or(() -> given(holder.website()))
            .filter(Office::isPage));
  }

  private static Optional<String> given(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  /** In English, because it is said in English; nothing is assumed of the person. */
  private static String title(Seat seat) {
    if (seat.isSenate()) {
      return "Senator";
    }
    return switch (seat.state()) {
      case "PR" -> "Resident Commissioner";
      case "DC", "GU", "VI", "AS", "MP" -> "Delegate";
      default -> "Representative";
    };
  }

  private static boolean isPage(String address) {
    return address.startsWith("https://") || address.startsWith("http://");
  }

  /** For a telephone: the digits with the country. */
  public String dialled() {
    return "tel:+1" + phone.orElse("").replaceAll("\\D", "");
  }

  /** The page's host, so that one sees where a link leads. */
  public String site() {
    return contactPage.map(page -> URI.create(page).getHost()).orElse("");
  }
}

package org.joinvoices.signing.web;

import java.util.List;
import java.util.Optional;
import org.joinvoices.districts.DistrictChoice;
import org.joinvoices.districts.SeatNames;
import org.joinvoices.platform.web.Words;

/**
 * What would be sent, for somebody who has not signed; nothing of it is stored.
 *
 * @param recipients offices certain to receive a message
 * @param choices districts to choose among after signing; none when the match is settled
 * @param unmatched why nobody can be written to
 * @param sentLanguage of every message to Congress
 */
public record PreviewView(
    Words words,
    List<Recipient> recipients,
    List<DistrictChoice> choices,
    Optional<String> unmatched,
    String sentLanguage,
    GoesAlong along) {

  public PreviewView {
    recipients = List.copyOf(recipients);
    choices = List.copyOf(choices);
  }

  /** Said of a seat nobody holds. */
  public String vacant() {
    return SeatNames.words(words.language()).get("seat.vacant");
  }

  /** Said of the House seat while the district is not chosen. */
  public String chooseLater() {
    return SeatNames.words(words.language()).get("choose.later");
  }

  @Override
  public String toString() {
    return "PreviewView[hidden]";
  }
}

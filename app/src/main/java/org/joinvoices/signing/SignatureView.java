package org.joinvoices.signing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Seat;

/**
 * What may be read of a signature without unsealing anything.
 *
 * @param seats certain to receive a message: the senators' alone while a district is to be chosen
 * @param match as found when signing, or by choice; of candidates the seats only, their towns are
 *     in {@link Signatures#match}
 * @param matchedOn civic day whose map the match was found on
 * @param anywhere whether any district may be chosen, because the address tells of none
 * @param display as which the signer may be shown on page and book
 * @param ownWordsPublic whether own words, if there are any, may be printed in the book
 * @param ownWordsErased there were own words, and they went before all else did
 * @param decided what organizers decided of it
 * @param source how it came here
 * @param erased nothing is left of the person, or nobody can open it any more
 */
public record SignatureView(
    SignatureKey key,
    SignatureState state,
    Act act,
    int letterVersion,
    String language,
    Instant signedAt,
    Optional<Instant> confirmedAt,
    List<Seat> seats,
    Match match,
    LocalDate matchedOn,
    boolean anywhere,
    boolean replyWanted,
    Display display,
    boolean ownWordsPublic,
    boolean ownWordsErased,
    Decided decided,
    Source source,
    boolean erased) {

  public SignatureView {
    seats = List.copyOf(seats);
  }

  /** The same where what is left of the person cannot be opened by anybody. */
  SignatureView asErased() {
    return new SignatureView(
        key,
        state,
        act,
        letterVersion,
        language,
        signedAt,
        confirmedAt,
        seats,
        match,
        matchedOn,
        anywhere,
        replyWanted,
        display,
        ownWordsPublic,
        ownWordsErased,
        decided,
        source,
        true);
  }

  /** The seats that are to hear of the signature as it stands. */
  public List<Seat> writesTo() {
    return state == SignatureState.CONFIRMED && act == Act.SEND && !erased ? seats : List.of();
  }

  /**
   * Whether House districts have other lines now than where the match was found, or those of today
   * are not known: then nothing should go to a House member. {@link Rematch} finds out.
   */
  public boolean isMatchOutdated(Districts districts, LocalDate today) {
    return matchedOn.isBefore(districts.linesSince(today).orElse(LocalDate.MAX));
  }

  /** Civic instant after which a pending signature can no longer be confirmed. */
  public Instant confirmBefore() {
    return signedAt.plus(Confirmation.LIFETIME);
  }
}

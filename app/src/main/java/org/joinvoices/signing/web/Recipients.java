package org.joinvoices.signing.web;

import java.util.List;
import java.util.Optional;
import org.joinvoices.action.Action;
import org.joinvoices.action.LetterVersion;
import org.joinvoices.districts.DistrictChoice;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Officeholder;
import org.joinvoices.districts.Seat;
import org.joinvoices.districts.SeatNames;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.Constituent;
import org.joinvoices.signing.OfficeMessage;
import org.joinvoices.signing.SignRequest;

/** Who receives what, in the words that delivery sends. */
final class Recipients {

  private final Districts districts;
  private final CivicClock clock;

  Recipients(Districts districts, CivicClock clock) {
    this.districts = districts;
    this.clock = clock;
  }

  /**
   * @param language of the form the own words were written on, and of the page
   */
  List<Recipient> of(
      List<Seat> seats, Action action, LetterVersion letter, String ownWords, String language) {
    return seats.stream()
        .map(
            seat ->
                new Recipient(
                    SeatNames.of(seat, language),
                    holder(seat),
                    OfficeMessage.to(
                        seat, clock.today(), letter, action.defaultLanguage(), ownWords, language)))
        .toList();
  }

  private Optional<String> holder(Seat seat) {
    return districts.officeholder(seat, clock.today()).map(Officeholder::name);
  }

  /** What a form would send that nobody signed yet. */
  PreviewView preview(Words words, Action action, SignRequest request, Match match) {
    return new PreviewView(
        words,
        of(certain(match), action, action.letter(), request.ownWords(), request.language()),
        DistrictChoice.of(match, districts, clock.today(), words.language()),
        SeatNames.why(match, words.language()),
        action.letter().in(action.defaultLanguage()).language(),
        new GoesAlong(
            words,
            new Constituent(
                request.name(),
                request.email(),
                request.phone(),
                request.address(),
                request.ownWords()),
            request.replyWanted()));
  }

  private static List<Seat> certain(Match match) {
    return switch (match) {
      case Match.Matched matched -> matched.seats();
      case Match.Ambiguous several -> several.senators();
      case Match.Unmatched _ -> List.of();
    };
  }
}

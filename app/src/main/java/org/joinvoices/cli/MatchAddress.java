package org.joinvoices.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Geocoder;
import org.joinvoices.districts.Geocoder.Answer;
import org.joinvoices.districts.GeocoderKind;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.How;
import org.joinvoices.districts.StreetAddress;
import org.joinvoices.districts.StreetMatcher;

/** {@code match --address}: by ZIP code, then by street, and what was or could be asked. */
final class MatchAddress {

  private final Districts districts;
  private final GeocoderOption option;
  private final PrintWriter err;
  private Optional<Answer> said = Optional.empty();

  MatchAddress(Districts districts, GeocoderOption option, PrintWriter err) {
    this.districts = districts;
    this.option = option;
    this.err = err;
  }

  MatchAnswer answer(StreetAddress address, LocalDate day) {
    StreetMatcher streets =
        option
            .one()
            .map(geocoder -> StreetMatcher.asking(districts, listening(geocoder)))
            .orElseGet(() -> StreetMatcher.off(districts));
    Match match = streets.match(address, "US", day);
    note(match);
    boolean found = said.filter(Answer.Found.class::isInstance).isPresent();
    return MatchAnswer.of(match, found ? How.STREET : How.ZIP, districts, day);
  }

  private Geocoder listening(Geocoder geocoder) {
    return (address, congress) -> {
      Answer answer = geocoder.locate(address, congress);
      said = Optional.of(answer);
      return answer;
    };
  }

  private void note(Match match) {
    if (said.isPresent()) {
      note(said.get());
      option.kind().flatMap(GeocoderKind::credit).ifPresent(credit -> say("Credit: " + credit));
    } else if (match instanceof Ambiguous && option.kind().isEmpty()) {
      say(
          "By the ZIP code alone. With --geocoder census the U.S. Census Bureau is asked where the"
              + " street lies.");
    }
  }

  private void note(Answer answer) {
    switch (answer) {
      case Answer.Found _ -> {}
      case Answer.Tie _ -> say("The geocoder knows several such addresses; the ZIP code decided.");
      case Answer.None _ -> say("The geocoder does not know the address; the ZIP code decided.");
      case Answer.Unavailable(var fault) ->
          say("The geocoder gave no answer (" + fault.word() + "); the ZIP code decided.");
    }
  }

  private void say(String line) {
    err.println(line);
    err.flush();
  }
}

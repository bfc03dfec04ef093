package org.joinvoices.delivery.cwc;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.joinvoices.delivery.Chamber;

/** Whatever is typed comes to a valid message or to a reason, and never to an exception. */
class FittedProperties {

  @Property(tries = 500)
  void comesToAValidMessageOrToAReason(
      @ForAll Chamber chamber,
      @ForAll("people") CwcMessage.Constituent person,
      @ForAll("words") String ownWords) {
    String office = chamber == Chamber.HOUSE ? "HOH11" : "SOH01";

    switch (Fitted.to(chamber, SampleMessages.with(office, person, ownWords))) {
      case Fitted.Ready(var xml, _) -> assertThat(CwcGrammar.of(chamber).faults(xml)).isEmpty();
      case Fitted.Unfit(var why) -> assertThat(why).isNotNull();
    }
  }

  /** Fields as people fill them, every now and then as nobody would. */
  @Provide
  Arbitrary<CwcMessage.Constituent> people() {
    var names = anything("Rosa", "O'Brien-Núñez y López", "李小龍", "");
    var titles = anything("Ms.", "Dr.", "mr", "");
    var places = anything("1 Sample Street", "#4", "Ai", "");
    var states = anything("OH", "oh", "AE", "");
    var codes = anything("44113", "44113-0012", "441130012", "4411");
    var phones = anything("(202) 555-0142", "+44 20 7946 0958", "202-555-0142 x9", "");
    var emails = anything("rosa@sample.example", "rosa@example", "@", "");
    return Combinators.combine(titles, names, names, places, places, places, states, codes)
        .flatAs(
            (title, first, last, line1, line2, city, state, zip) ->
                Combinators.combine(phones, emails)
                    .as(
                        (phone, email) ->
                            new CwcMessage.Constituent(
                                title, first, last, line1, line2, city, state, zip, phone, email,
                                true)));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, text(300)),
        Tuple.of(1, text(12_000)),
        Tuple.of(1, Arbitraries.of("", "Yes!", "   ", "]]>")));
  }

  private static Arbitrary<String> anything(String... usual) {
    return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.of(usual)), Tuple.of(1, text(600)));
  }

  private static Arbitrary<String> text(int longest) {
    return Arbitraries.strings().all().ofMaxLength(longest);
  }
}

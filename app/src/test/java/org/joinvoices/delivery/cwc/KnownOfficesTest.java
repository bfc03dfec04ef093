package org.joinvoices.delivery.cwc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joinvoices.delivery.DeliveryResult;
import org.junit.jupiter.api.Test;

/** What an office list that fails, empties or shrinks does to the offices known before. */
class KnownOfficesTest {

  private static final OfficeCode FIRST = new OfficeCode("HOH01");

  private Set<OfficeCode> listed = numbered(10);
  private boolean readable = true;
  private int asked;
  private Instant now = Instant.parse("2021-01-10T15:00:00Z");
  private final KnownOffices known = new KnownOffices(new Listing(), () -> now);

  @Test
  void asksOnceInTwelveHours() {
    assertThat(known.contains(FIRST)).isTrue();
    pass(Duration.ofHours(11));
    assertThat(known.contains(FIRST)).isTrue();
    assertThat(asked).isEqualTo(1);

    pass(Duration.ofHours(1));
    assertThat(known.isKnown()).isTrue();
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void sendsNothingWhileTheListCannotBeRead() {
    readable = false;

    assertThat(known.isKnown()).isFalse();
    assertThat(known.standing().number()).isZero();
    assertThat(known.standing().alarm()).contains("offices_unreadable");

    readable = true;
    pass(Duration.ofSeconds(30));
    assertThat(known.isKnown()).isTrue();
    assertThat(known.standing().alarm()).isEmpty();
  }

  @Test
  void anEmptyListStopsAsAnUnreadableOneDoes() {
    listed = Set.of();

    assertThat(known.isKnown()).isFalse();
    assertThat(known.standing().alarm()).contains("offices_unreadable");
  }

  @Test
  void doesNotBelieveAListThatLostMoreThanHalf() {
    known.isKnown();
    listed = numbered(4);
    pass(Duration.ofHours(12));

    assertThat(known.contains(new OfficeCode("HOH10"))).isTrue();
    assertThat(known.standing().alarm()).contains("offices_shrunk");
    assertThat(known.standing().number()).isEqualTo(10);

    listed = numbered(5);
    pass(Duration.ofMinutes(10));
    assertThat(known.contains(new OfficeCode("HOH10"))).isFalse();
    assertThat(known.standing().alarm()).isEmpty();
  }

  @Test
  void remembersWhatItBelievedWhileTheListWasAway() {
    known.isKnown();
    readable = false;
    pass(Duration.ofHours(12));
    assertThat(known.isKnown()).isFalse();

    readable = true;
    listed = numbered(1);
    pass(Duration.ofSeconds(30));

    assertThat(known.contains(new OfficeCode("HOH10"))).isTrue();
    assertThat(known.standing().alarm()).contains("offices_shrunk");
  }

  @Test
  void writesToAmericanSamoaAsTheListSpellsIt() {
    var ours = new OfficeCode("HAQ00");
    listed = Set.of(new OfficeCode("HAS00"));

    assertThat(known.contains(ours)).isTrue();
    assertThat(known.spelled(ours)).isEqualTo(new OfficeCode("HAS00"));
    assertThat(known.spelled(FIRST)).isEqualTo(FIRST);
  }

  private void pass(Duration by) {
    now = now.plus(by);
  }

  private static Set<OfficeCode> numbered(int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(district -> new OfficeCode("HOH%02d".formatted(district)))
        .collect(Collectors.toSet());
  }

  private final class Listing implements Gateway {

    @Override
    public DeliveryResult send(OutgoingMessage message) {
      throw new IllegalStateException("nothing is sent here");
    }

    @Override
    public Set<OfficeCode> offices() throws IOException {
      asked++;
      if (!readable) {
        throw new IOException("no list");
      }
      return listed;
    }
  }
}

package org.joinvoices.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.request;
import static org.joinvoices.signing.SampleForms.with;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.settings.Settings;
import org.joinvoices.signing.Screening.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Limits of three an hour from a network and four a minute from a domain. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreeningTest {

  private static final int PER_NETWORK = 3;
  private static final int PER_DOMAIN = 4;

  private final SigningHouse house = new SigningHouse();

  /** Machine time, moved by hand. */
  private final CivicClock machine =
      new CivicClock(() -> Instant.parse("2026-01-01T00:00:00Z"), Duration.ZERO);

  private final Screening screening = fresh();

  private Screening fresh() {
    return new Screening(
        MailboxRules.shipped(),
        ThrowawayDomains.shipped(),
        house.eventCodes,
        new Settings.Limits(PER_NETWORK, PER_DOMAIN),
        machine);
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void marksWhatIsBeyondTheUsualOfANetworkAndAsksAFloodToWait() {
    for (int i = 0; i < PER_NETWORK; i++) {
      assertThat(come("198.51.100." + i, "gmail.com")).isEqualTo(take());
    }
    assertThat(come("198.51.100.77", "gmail.com")).isEqualTo(take(Flag.BUSY_NETWORK));
    assertThat(come("198.51.101.77", "gmail.com")).as("the next network").isEqualTo(take());

    for (int i = PER_NETWORK + 1; i < PER_NETWORK * Limit.FLOOD; i++) {
      come("198.51.100.9", "gmail.com");
    }
    assertThat(come("198.51.100.9", "gmail.com"))
        .isInstanceOfSatisfying(
            Verdict.Later.class,
            later ->
                assertThat(later.pause()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1)));

    machine.move(machine.offset().plus(Duration.ofHours(1)));
    assertThat(come("198.51.100.9", "gmail.com")).isEqualTo(take());
  }

  @Test
  void measuresPreviewsByThemselvesAndMarksNobodyForThem() {
    var arrival = new Arrival("203.0.113.5", false, "");
    for (int i = 0; i < PER_NETWORK * Limit.FLOOD; i++) {
      assertThat(screening.screenPreview(arrival)).isEmpty();
    }

    assertThat(screening.screenPreview(arrival))
        .hasValueSatisfying(pause -> assertThat(pause).isPositive());
    assertThat(come("203.0.113.5", "gmail.com")).isEqualTo(take());
  }

  @Test
  void takesAWholeCustomerOfAProviderForOneNetwork() {
    for (int i = 0; i < PER_NETWORK; i++) {
      assertThat(come("2001:db8:1:22%02d::1".formatted(i), "gmail.com")).isEqualTo(take());
    }

    assertThat(come("2001:db8:1:22ff::1", "gmail.com")).isEqualTo(take(Flag.BUSY_NETWORK));
    assertThat(come("2001:db8:1:2300::1", "gmail.com")).isEqualTo(take());
  }

  @Test
  void countsNobodyOfWhomAProxySaysNotWhereTheyAre() {
    for (String address : new String[] {"127.0.0.1", "::1", "10.1.2.3", "fd00::1", "unknown", ""}) {
      for (int i = 0; i <= PER_NETWORK; i++) {
        assertThat(come(address, "gmail.com")).as(address).isEqualTo(take());
      }
    }
  }

  @Test
  void marksWhatIsBeyondTheUsualOfADomainButForLargeProviders() {
    for (int i = 0; i < PER_DOMAIN; i++) {
      assertThat(come("127.0.0.1", "campus.example")).isEqualTo(take());
      assertThat(come("127.0.0.1", "outlook.com")).isEqualTo(take());
    }
    assertThat(come("127.0.0.1", "campus.example")).isEqualTo(take(Flag.BUSY_DOMAIN));
    assertThat(come("127.0.0.1", "outlook.com")).isEqualTo(take());

    machine.move(machine.offset().plus(Duration.ofMinutes(1)));
    assertThat(come("127.0.0.1", "campus.example")).isEqualTo(take());
  }

  @Test
  void marksAFilledTrapAndAMailboxForMinutesAndRefusesNeither() {
    assertThat(screening.screen(from("yopmail.com"), new Arrival("127.0.0.1", true, "")))
        .isEqualTo(take(Flag.HONEYPOT, Flag.THROWAWAY_DOMAIN));
  }

  @Test
  void letsAnEventSignFromOneNetworkUpToItsNumber() {
    Instant now = house.clock.instant();
    var action = house.action.id();
    var code = house.eventCodes.make(action, now, now.plus(Duration.ofHours(2)), 5);
    var screening = fresh();

    for (int i = 0; i < 5; i++) {
      assertThat(comeWith(screening, code.code().toLowerCase(Locale.ROOT))).isEqualTo(take());
    }
    assertThat(house.eventCodes.list(action))
        .filteredOn(one -> one.code().equals(code.code()))
        .allMatch(one -> one.standing(now) == EventCode.Standing.FULL && one.used() == 5)
        .hasSize(1);
    for (int i = 0; i < PER_NETWORK; i++) {
      assertThat(comeWith(screening, code.code())).as("as anybody else").isEqualTo(take());
    }
    assertThat(comeWith(screening, code.code())).isEqualTo(take(Flag.BUSY_NETWORK));
  }

  @Test
  void ignoresACodeThatIsUnknownOrNotOfThisHourOrEnded() {
    Instant now = house.clock.instant();
    var action = house.action.id();
    var early = house.eventCodes.make(action, now.plusSeconds(60), now.plusSeconds(120), 5);
    var over = house.eventCodes.make(action, now.minusSeconds(60), now, 5);
    var ended = house.eventCodes.make(action, now, now.plusSeconds(60), 5);
    assertThat(house.eventCodes.end(action, ended.code())).contains(ended.code());
    assertThat(house.eventCodes.end(action, ended.code())).isEmpty();

    for (String code :
        new String[] {early.code(), over.code(), ended.code(), "ABCD-EFGH", "'; --", ""}) {
      var screening = fresh();
      for (int i = 0; i < PER_NETWORK; i++) {
        assertThat(comeWith(screening, code)).as(code).isEqualTo(take());
      }
      assertThat(comeWith(screening, code)).as(code).isEqualTo(take(Flag.BUSY_NETWORK));
    }
    assertThat(house.eventCodes.list(action))
        .filteredOn(one -> Set.of(early.code(), over.code(), ended.code()).contains(one.code()))
        .allMatch(one -> one.used() == 0)
        .hasSize(3);
  }

  @Test
  void neverFailsASignatureForItsCode() {
    var lost = new SigningHouse();
    lost.loseDatabase();
    var screening =
        new Screening(
            MailboxRules.shipped(),
            ThrowawayDomains.shipped(),
            lost.eventCodes,
            new Settings.Limits(PER_NETWORK, PER_DOMAIN),
            machine);

    assertThat(comeWith(screening, "ABCD-EFGH")).isEqualTo(take());
    lost.close();
  }

  private Verdict come(String address, String domain) {
    return screening.screen(from(domain), new Arrival(address, false, ""));
  }

  private static Verdict comeWith(Screening screening, String code) {
    return screening.screen(from("gmail.com"), new Arrival("203.0.113.5", false, code));
  }

  private static Verdict take(Flag... flags) {
    return new Verdict.Take(Set.of(flags));
  }

  private static SignRequest from(String domain) {
    return request(with(letter(), "email", "sam.testperson@" + domain));
  }
}

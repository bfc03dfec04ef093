package org.joinvoices.coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.joinvoices.action.ActionId;
import org.joinvoices.platform.audit.AuditAct;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourceLinksTest {

  private final CoalitionHouse house = new CoalitionHouse();
  private final ActionId action = house.signing.action.id();

  @AfterEach
  void close() {
    house.close();
  }

  private boolean make(String name, String label) {
    return house.links.make(
        action, new SourceName(name), ShownName.parse(label).orElseThrow(), CoalitionHouse.OWNER);
  }

  @Test
  void countsWhatComesByALinkAsNumbersOfADay() {
    assertThat(make("spring-fair", "Spring fair")).isTrue();

    try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 500; i++) {
        visitors.submit(() -> house.coalition.visited(action, "spring-fair"));
      }
    }
    house.coalition.joined(action, "spring-fair");
    house.coalition.flush();
    house.coalition.visited(action, "spring-fair");
    house.coalition.flush();

    assertThat(house.links.list(action))
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.visits()).isEqualTo(501);
              assertThat(link.joined()).isEqualTo(1);
            });
    assertThat(house.jdbc.sql("SELECT day::text FROM source_count").query(String.class).list())
        .containsExactly("2021-01-10");
  }

  @Test
  void countsNothingForALinkNobodyMade() {
    house.coalition.visited(action, "unknown");
    house.coalition.joined(action, "un'; known");
    house.coalition.flush();

    assertThat(house.links.list(action)).isEmpty();
    assertThat(house.coalition.find(action, "unknown")).isEmpty();
  }

  @Test
  void keepsItsNumbersWhereTheDatabaseDoesNotTakeThem() {
    make("spring-fair", "Spring fair");
    var counter =
        SourceCounter.start(house.signing.database, house.signing.clock, Duration.ofHours(1));
    counter.visited(action, "spring-fair");
    counter.visited(new ActionId(new UUID(0, 9)), "spring-fair");

    assertThat(catchThrowable(counter::flush)).isNotNull();
    assertThat(house.links.list(action).getFirst().visits()).as("all or nothing").isZero();
    assertThat(catchThrowable(counter::flush)).as("they wait").isNotNull();
    counter.close();
  }

  @Test
  void oneNameIsOneLinkWhetherAPartnersOrNot() {
    assertThat(make("spring-fair", "Spring fair")).isTrue();
    assertThat(make("spring-fair", "Another")).isFalse();
    assertThat(
            house.partners.add(
                action, house.draft("Spring Fair", "spring-fair"), CoalitionHouse.OWNER))
        .isEqualTo(new Partners.Added.WordTaken());
    assertThat(house.partners.list(action)).as("nothing is left of it").isEmpty();

    house.partner("Example Alliance", "example-alliance");
    assertThat(make("example-alliance", "Mine")).isFalse();
    assertThat(house.audited(AuditAct.SOURCE_LINK_MADE)).isEqualTo(1);
    assertThat(house.audited(AuditAct.PARTNER_ADDED)).isEqualTo(1);
  }

  @Test
  void tellsNoNumberBelowFive() {
    for (long number : List.of(0L, 1L, 4L)) {
      assertThat(SourceLink.told(number)).isEmpty();
    }
    assertThat(SourceLink.told(5)).hasValue(5);
  }

  @Test
  void pagesKnowPartnersThatLastAndNamesOfThoseWhoLeft() {
    var alliance = house.partner("Example Alliance", "example-alliance");
    house.coalition.forget();
    assertThat(house.coalition.partners(action)).containsExactly(alliance);
    assertThat(house.coalition.partner(action, "example-alliance")).contains(alliance);

    house.partners.end(action, alliance.id(), CoalitionHouse.OWNER);
    house.coalition.forget();

    assertThat(house.coalition.partners(action)).isEmpty();
    assertThat(house.coalition.nameOf(action, alliance.id())).contains("Example Alliance");
  }
}

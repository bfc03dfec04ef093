package org.joinvoices.seize;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Seat;

/** As many signers as strangers, living in ZIP codes by chance all over the country. */
final class People {

  private static final int TOKEN = 12;

  /** Exchange 555-01NN is kept for stories; of its area codes those that our samples do not use. */
  private static final int FIRST_AREA = 300;

  private static final int LINES = 100;
  private static final int ZIP_CODES = 100_000;

  private final Random random;
  private final Districts districts = Districts.builtIn();
  private final LocalDate day;
  private final Set<String> zips = new HashSet<>();

  private People(long seed, LocalDate day) {
    this.random = new Random(seed);
    this.day = day;
  }

  /**
   * @param signers and as many strangers, who come after them
   * @param day on which they live there
   */
  static List<Person> make(int signers, LocalDate day, long seed) {
    var people = new People(seed, day);
    var all = new ArrayList<Person>();
    for (int number = 0; number < 2 * signers; number++) {
      all.add(people.make(number, number < signers ? Fate.ofSigner(number) : Fate.STRANGER));
    }
    return List.copyOf(all);
  }

  private Person make(int number, Fate fate) {
    String phone = "%d-555-01%02d".formatted(FIRST_AREA + number / LINES, number % LINES);
    return new Person(
        number,
        fate,
        place(),
        random.nextInt(4) == 0 ? "es" : "en",
        random.nextBoolean(),
        new Person.Unique(token(), token(), token(), phone, token()));
  }

  private String token() {
    var letters = new StringBuilder(TOKEN);
    for (int i = 0; i < TOKEN; i++) {
      letters.append((char) ('a' + random.nextInt(26)));
    }
    return letters.toString();
  }

  private Person.Place place() {
    while (true) {
      String zip = "%05d".formatted(random.nextInt(ZIP_CODES));
      Optional<Person.Place> place = zips.add(zip) ? place(zip) : Optional.empty();
      if (place.isPresent()) {
        return place.get();
      }
    }
  }

  /** Empty where there is no such ZIP code, nobody lives, or it lies in several districts. */
  private Optional<Person.Place> place(String zip) {
    return districts
        .townOf(zip)
        .filter(town -> !town.boxes())
        .filter(
            town ->
                districts.match(zip, town.state(), "US", day) instanceof Match.Matched matched
                    && matched.houses().size() == 1)
        .map(
            town -> {
              Seat house = districts.match(zip, town.state(), "US", day).houses().getFirst();
              return new Person.Place(town.city(), town.state(), zip, house.value());
            });
  }

  /** USPS codes of all places. */
  static List<String> states(List<Person> people) {
    return people.stream().map(person -> person.place().region()).distinct().toList();
  }
}

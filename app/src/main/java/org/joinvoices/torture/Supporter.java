package org.joinvoices.torture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.joinvoices.action.SeedAction;

/** A made-up person's acts, and what the house acknowledged of them. One thread acts. */
final class Supporter {

  private record Place(String locality, String region, String zip) {}

  /** Of one district each, but for the last two, where one has to choose. */
  private static final List<Place> PLACES =
      List.of(
          new Place("Cleveland", "OH", "44103"),
          new Place("New York", "NY", "10001"),
          new Place("Cheyenne", "WY", "82001"),
          new Place("Blacklick", "OH", "43085"),
          new Place("New York", "NY", "10027"));

  private static final Pattern SEAT = Pattern.compile("name=\"seat\" value=\"([A-Z0-9-]+)\"");
  private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");
  private static final Pattern RECEIPT = Pattern.compile("/r/[\\w-]+");

  /** A mail that is tried again by a clock that was ahead waits until a clock is there again. */
  private static final int MAIL_LIMIT_MILLIS = 600_000;

  private static final int LOOK_MILLIS = 250;

  /** Gateways take ten messages a second, so that not everybody's can be waited for. */
  private static final double CONFIRMING = 0.4;

  private static final double TWICE = 0.3;
  private static final double WITHDRAWING = 0.15;

  private final int number;
  private final Random random;
  private volatile boolean thanked;
  private volatile boolean confirmed;
  private volatile boolean withdrawn;
  private volatile Optional<String> chosen = Optional.empty();
  private volatile Optional<String> fault = Optional.empty();
  private volatile boolean done;

  Supporter(int number, long seed) {
    this.number = number;
    // seeds that differ by one only give the same first choice to all
    this.random = new Random(new SplittableRandom(seed * 31 + number).nextLong());
  }

  String email() {
    return "torture." + number + "@mail.example";
  }

  boolean isThanked() {
    return thanked;
  }

  boolean isConfirmed() {
    return confirmed;
  }

  boolean isWithdrawn() {
    return withdrawn;
  }

  /** The seat the house was told of and acknowledged. */
  Optional<String> chosen() {
    return chosen;
  }

  /** What went against what the house promises, as a word. */
  Optional<String> fault() {
    return done ? fault : Optional.of("unfinished");
  }

  /** Everything this person does; whatever happens, it is remembered. */
  void live(Browser browser, MailSink mailbox) {
    try {
      act(browser, mailbox);
    } catch (RuntimeException e) {
      fault = Optional.of(String.valueOf(e.getMessage()));
    }
    done = true;
  }

  private void act(Browser browser, MailSink mailbox) {
    String thanks =
        expect(303, browser.post("/actions/" + SeedAction.SLUG + "/signatures", form())).location();
    thanked = true;
    choose(browser, thanks);
    if (random.nextDouble() < CONFIRMING) {
      String receipt = confirm(browser, awaitLink(mailbox));
      if (random.nextDouble() < WITHDRAWING) {
        expect(303, browser.post(receipt + "/withdraw", Map.of()));
        withdrawn = true;
      }
    }
  }

  private void choose(Browser browser, String thanks) {
    var choices =
        SEAT.matcher(expect(200, browser.get(thanks)).body())
            .results()
            .map(seat -> seat.group(1))
            .toList();
    if (!choices.isEmpty()) {
      String seat = choices.get(random.nextInt(choices.size()));
      expect(303, browser.post(thanks + "/district", Map.of("seat", seat)));
      chosen = Optional.of(seat);
    }
  }

  private String awaitLink(MailSink mailbox) {
    for (int waited = 0; waited < MAIL_LIMIT_MILLIS; waited += LOOK_MILLIS) {
      Optional<String> link = mailbox.find(email(), "/confirm/");
      if (link.isPresent()) {
        return link.get();
      }
      Pause.millis(LOOK_MILLIS);
    }
    throw new IllegalStateException("no mail");
  }

  /**
   * The way to the receipt; who was not heard, or presses again, is told that it is done already.
   */
  private String confirm(Browser browser, String link) {
    expect(200, browser.get(link));
    String receipt = receipt(browser.post(link, Map.of()));
    confirmed = true;
    if (random.nextDouble() < TWICE) {
      receipt(browser.post(link, Map.of()));
    }
    return receipt;
  }

  private static String receipt(Browser.Answer answer) {
    var path = RECEIPT.matcher(answer.location() + answer.body());
    if (!path.find()) {
      throw new IllegalStateException("confirming answered " + answer.status());
    }
    return path.group();
  }

  private static Browser.Answer expect(int status, Browser.Answer answer) {
    if (answer.status() != status) {
      var title = TITLE.matcher(answer.body());
      String page = title.find() ? title.group(1) : "no page";
      throw new IllegalStateException(
          "%d expected, was %d: %s".formatted(status, answer.status(), page));
    }
    return answer;
  }

  private Map<String, String> form() {
    Place place = PLACES.get(number % PLACES.size());
    Map<String, String> form = new HashMap<>();
    form.put("consent_deliver", "true");
    form.put("prefix", "Ms.");
    form.put("given_name", "Sample");
    form.put("family_name", "Testperson");
    form.put("email", email());
    form.put("address_line", number + " Samplestreet");
    form.put("locality", place.locality());
    form.put("region", place.region());
    form.put("postal_code", place.zip());
    form.put("own_words", "Please read these sample words.");
    form.put("language", "en");
    return form;
  }
}

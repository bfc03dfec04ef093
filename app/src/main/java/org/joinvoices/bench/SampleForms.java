package org.joinvoices.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.joinvoices.action.SeedAction;

/**
 * Forms of made-up people, each another one, spread over some ZIP codes of one district each, where
 * all three seats were held when the letter was open.
 */
final class SampleForms implements Supplier<Optional<byte[]>> {

  /**
   * One person's.
   *
   * @param mailbox where the mail to confirm will go
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes to send, never compared
  record Form(String mailbox, byte[] request) {}

  private record Place(String locality, String region, String zip) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("Cleveland", "OH", "44103"),
          new Place("Burlington", "VT", "05401"),
          new Place("Dover", "DE", "19901"),
          new Place("Cheyenne", "WY", "82001"));

  private static final String TARGET = "/actions/" + SeedAction.SLUG + "/signatures";

  private final AtomicLong next = new AtomicLong();
  private final long last;

  /**
   * @param most how many there are
   */
  SampleForms(long most) {
    last = most;
  }

  /** USPS codes of the places. */
  static List<String> states() {
    return PLACES.stream().map(Place::region).toList();
  }

  @Override
  public Optional<byte[]> get() {
    return next().map(Form::request);
  }

  /** The next one's. */
  Optional<Form> next() {
    long number = next.incrementAndGet();
    return number > last
        ? Optional.empty()
        : Optional.of(new Form(mailbox(number), HttpWorker.post(TARGET, form(number))));
  }

  private static String mailbox(long number) {
    return "bench." + number + "@mail.example";
  }

  private static String form(long number) {
    Place place = PLACES.get((int) (number % PLACES.size()));
    return encoded(
        Map.ofEntries(
            Map.entry("consent_deliver", "true"),
            Map.entry("prefix", "Ms."),
            Map.entry("given_name", "Sample"),
            Map.entry("family_name", "Testperson"),
            Map.entry("email", mailbox(number)),
            Map.entry("address_line", number + " Samplestreet"),
            Map.entry("locality", place.locality()),
            Map.entry("region", place.region()),
            Map.entry("postal_code", place.zip()),
            Map.entry("own_words", "Please read these sample words."),
            Map.entry("language", number % 2 == 0 ? "en" : "es"),
            Map.entry("reply_wanted", "true")));
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}

package org.joinvoices.seize;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joinvoices.action.SeedAction;

/** What people do, from outside: by form, link and sheet of paper. */
final class Acts implements AutoCloseable {

  private static final Duration ONE_REQUEST = Duration.ofMinutes(2);
  private static final int AT_ONCE = 64;
  private static final int FIRST_FAULT = 400;
  private static final int APOLOGY = 500;
  private static final int TRIES = 20;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final Pattern RECEIPT = Pattern.compile("/r/[\\w-]+");

  private final SampleHouse house;
  private final Mailboxes mailboxes;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Acts(SampleHouse house, Mailboxes mailboxes) {
    this.house = house;
    this.mailboxes = mailboxes;
  }

  /** Everybody acts to the end of what they do. */
  void all(List<Person> people) throws IOException, InterruptedException {
    try (ExecutorService lives = Executors.newFixedThreadPool(AT_ONCE)) {
      var begun = new ArrayList<Future<Boolean>>();
      for (Person person : people) {
        Callable<Boolean> life = () -> act(person);
        begun.add(lives.submit(life));
      }
      for (Future<Boolean> life : begun) {
        life.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("somebody made up could not act: " + e.getCause(), e);
    }
  }

  private boolean act(Person person) throws IOException, InterruptedException {
    post("/actions/" + SeedAction.SLUG + "/signatures", form(person));
    switch (person.fate()) {
      case COUNTED, INITIALS, NAMED -> confirm(person);
      case WITHDREW -> post(confirm(person) + "/withdraw", Map.of());
      case ERASED -> {
        post(confirm(person) + "/erase", Map.of());
        post(mailboxes.await(person, "data") + "/erase", Map.of());
      }
      case REFUSED -> post(mailboxes.await(person, "confirm") + "/refuse", Map.of());
      case UNCONFIRMED, LATE, PAPER, STRANGER -> {}
    }
    return true;
  }

  /** The path of the receipt. */
  private String confirm(Person person) throws IOException, InterruptedException {
    HttpResponse<String> answer = post(mailboxes.await(person, "confirm"), Map.of());
    var path = RECEIPT.matcher(answer.headers().firstValue("Location").orElse(answer.body()));
    if (!path.find()) {
      throw new IOException("confirming gave no receipt");
    }
    return path.group();
  }

  private HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + house.port() + path))
            .timeout(ONE_REQUEST)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form)))
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    // as people do: once more, a few times, where the house apologizes
    for (int tries = 1; answer.statusCode() >= APOLOGY && tries < TRIES; tries++) {
      LockSupport.parkNanos(PAUSE_NANOS);
      answer = client.send(request, BodyHandlers.ofString());
    }
    if (answer.statusCode() >= FIRST_FAULT) {
      String page = path.substring(1, path.indexOf('/', 1));
      throw new IOException("the house answered " + answer.statusCode() + " at " + page);
    }
    return answer;
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> form(Person person) {
    Map<String, String> form = new HashMap<>();
    form.put("given_name", "Sample");
    form.put("family_name", person.family());
    form.put("email", person.email());
    form.put("address_line", person.street());
    form.put("locality", person.place().locality());
    form.put("region", person.place().region());
    form.put("postal_code", person.place().zip());
    form.put("language", person.language());
    form.put("display", display(person.fate()));
    if (person.sends()) {
      form.put("consent_deliver", "true");
      form.put("prefix", "Ms.");
      form.put("phone", person.unique().phone());
      form.put("own_words", person.ownWords());
    }
    return form;
  }

  private static String display(Fate fate) {
    return switch (fate) {
      case NAMED -> "full";
      case INITIALS -> "initials";
      default -> "count_only";
    };
  }

  /** On a sheet, typed in and thrown away, as operators are told to. */
  void onPaper(List<Person> people) throws IOException, InterruptedException {
    Path sheet = Files.createTempFile("sheet", ".csv");
    try {
      Files.writeString(
          sheet,
          "given_name,family_name,email,address_line,locality,region,postal_code\n"
              + people.stream().map(Acts::line).collect(Collectors.joining()));
      house.command("import", sheet.toString(), "--action", SeedAction.SLUG.toString());
    } finally {
      Files.delete(sheet);
    }
  }

  /** Every other one gives no mailbox. */
  private static String line(Person person) {
    return "Sample,%s,%s,%s,%s,%s,%s\n"
        .formatted(
            person.family(),
            person.sends() ? person.email() : "",
            person.street(),
            person.place().locality(),
            person.place().region(),
            person.place().zip());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}

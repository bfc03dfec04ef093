package org.joinvoices.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Instant;

/** The public count, read as its JSON; it is drawn anew every few seconds. */
final class Tally {

  /** One reading. */
  record Count(long confirmed, long awaiting, Instant asOf) {}

  private final Visitor visitor;

  Tally(Visitor visitor) {
    this.visitor = visitor;
  }

  Count now() {
    var json = Json.read(visitor.get("/actions/" + Demo.SLUG + "/count.json").expect(200).body());
    return new Count(
        json.get("confirmed").asLong(),
        json.get("awaiting").asLong(),
        Instant.parse(json.get("as_of").asString()));
  }

  /** A reading drawn wholly after this call. */
  Count next() {
    var first = drawnAfter(now());
    return drawnAfter(first);
  }

  void awaitConfirmed(long number) {
    await()
        .alias("a count of " + number)
        .atMost(Visitor.PATIENCE)
        .until(() -> now().confirmed(), confirmed -> confirmed == number);
  }

  private Count drawnAfter(Count earlier) {
    return await()
        .alias("the next count")
        .atMost(Visitor.PATIENCE)
        .until(this::now, count -> count.asOf().isAfter(earlier.asOf()));
  }
}

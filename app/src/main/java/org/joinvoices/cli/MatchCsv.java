package org.joinvoices.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joinvoices.districts.BulkMatcher;
import org.joinvoices.districts.BulkOutcome;
import org.joinvoices.districts.BulkOutcome.Done;
import org.joinvoices.districts.BulkTask;
import org.joinvoices.districts.Districts;
import tools.jackson.databind.json.JsonMapper;

/** {@code match --csv}: a whole file, and what it came to. */
final class MatchCsv {

  private MatchCsv() {}

  /**
   * @throws Refusal if it is not to be matched
   */
  static Done run(Districts districts, BulkTask task, PrintWriter err) throws InterruptedException {
    if (!Files.isReadable(task.in())) {
      throw new Refusal("There is no file " + task.in() + " that can be read.");
    }
    try {
      return switch (BulkMatcher.run(districts, task, line -> say(line, err))) {
        case Done done -> done;
        case BulkOutcome.Refused(var why) -> throw new Refusal(why);
      };
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + task.in() + " or write " + task.out(), e);
    }
  }

  private static void say(String line, PrintWriter err) {
    err.println(line);
    err.flush();
  }

  static void print(Done done, PrintWriter out) {
    out.println("%,d rows".formatted(done.rows()));
    print(done.outcomes(), out);
    out.println("how");
    print(done.how(), out);
    out.println("confidence");
    print(done.confidence(), out);
  }

  private static void print(Map<String, Long> counts, PrintWriter out) {
    counts.forEach((word, rows) -> out.println("  %-14s %,d".formatted(word, rows)));
  }

  /** Names and order of the fields are a contract. */
  static String json(Done done) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("rows", done.rows());
    facts.put("continued_after", done.continuedAfter());
    facts.put("outcomes", done.outcomes());
    facts.put("how", done.how());
    facts.put("confidence", done.confidence());
    facts.put("unanswered", done.unanswered());
    facts.put("rejects", done.rejects().map(Object::toString));
    return JsonMapper.shared().writeValueAsString(facts);
  }

  /** What a person should know besides. */
  static void notes(Done done, PrintWriter err) {
    done.rejects().ifPresent(file -> say("Rejected rows, with line and reason: " + file, err));
    if (done.unanswered() > 0) {
      say(
          "The geocoder gave no answer for %,d streets; their ZIP codes decided."
              .formatted(done.unanswered()),
          err);
    }
  }
}

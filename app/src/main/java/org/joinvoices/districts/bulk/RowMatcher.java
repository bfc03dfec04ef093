package org.joinvoices.districts.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.GeoPoint;
import org.joinvoices.districts.Geocoder;
import org.joinvoices.districts.Geocoders;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Match.Ambiguous;
import org.joinvoices.districts.Match.How;
import org.joinvoices.districts.StreetAddress;
import org.joinvoices.districts.StreetMatcher;
import org.jspecify.annotations.Nullable;

/** Matches blocks of rows; safe for threads. */
final class RowMatcher {

  private static final Pattern ZIP = Pattern.compile("[0-9]{5}(-?[0-9]{4})?");
  private static final Pattern STATE = Pattern.compile("([A-Za-z]{2})?");

  private final Districts districts;
  private final StreetMatcher streets;
  private final LocalDate on;
  private final Columns columns;
  private final byte[] lineEnd;
  private final Optional<Geocoders.Batch> batch;
  private final Answers answers;

  RowMatcher(
      Districts districts,
      LocalDate on,
      Columns columns,
      String lineEnd,
      Optional<Geocoders.Batch> batch) {
    this.districts = districts;
    this.streets = StreetMatcher.off(districts);
    this.on = on;
    this.columns = columns;
    this.lineEnd = lineEnd.getBytes(UTF_8);
    this.batch = batch;
    this.answers = new Answers(districts, on);
  }

  /**
   * What a block came to.
   *
   * @param rows to be appended to the output
   * @param rejects to be appended to the list of rejects
   * @param unanswered addresses of which the geocoder said nothing at all
   */
  record Done(byte[] rows, byte[] rejects, Tally tally, int unanswered) {}

  /** A row that cannot be asked about. */
  private static final class Rejected extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    Rejected(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }
  }

  /** An answer, and whether it may still be settled by the street. */
  private record Asked(Match match, How how, Optional<StreetAddress> street) {}

  /**
   * @param skipped so many rows are in the output already; of them only the rejects are wanted
   */
  Done match(RowBlock block, int skipped) {
    var rejects = new ByteArrayOutputStream();
    List<@Nullable Asked> asked = ask(block, skipped, rejects);
    int unanswered = batch.map(geocoder -> settle(asked, geocoder)).orElse(0);
    var rows = new ByteArrayOutputStream(block.bytes.length + 200 * asked.size());
    Map<Answers.Written, Integer> counts = new IdentityHashMap<>();
    var fields = new Fields();
    for (int i = 0; i < asked.size(); i++) {
      fields.read(block, skipped + i);
      Asked one = asked.get(i);
      Answers.Written answer = one == null ? Answers.REJECTED : answers.of(one.match(), one.how());
      write(block, skipped + i, fields, answer, rows);
      counts.merge(answer, 1, Integer::sum);
    }
    return new Done(rows.toByteArray(), rejects.toByteArray(), tally(counts), unanswered);
  }

  private static Tally tally(Map<Answers.Written, Integer> counts) {
    var tally = new Tally();
    counts.forEach(
        (answer, rows) -> tally.add(answer.outcome(), answer.how(), answer.confidence(), rows));
    return tally;
  }

  private List<@Nullable Asked> ask(RowBlock block, int skipped, ByteArrayOutputStream rejects) {
    List<@Nullable Asked> asked = new ArrayList<>(block.rows());
    var fields = new Fields();
    for (int row = 0; row < block.rows(); row++) {
      fields.read(block, row);
      Asked one = null;
      try {
        check(fields);
        one = ask(fields, row >= skipped);
      } catch (Rejected e) {
        reject(block, row, e.reason, rejects);
      }
      if (row >= skipped) {
        asked.add(one);
      }
    }
    return asked;
  }

  private void check(Fields fields) throws Rejected {
    if (fields.isOpen()) {
      throw new Rejected("a quote is not closed");
    }
    if (fields.count() != columns.count()) {
      throw new Rejected("%d fields instead of %d".formatted(fields.count(), columns.count()));
    }
  }

  /** Nothing where only rejects are wanted. */
  private @Nullable Asked ask(Fields fields, boolean wanted) throws Rejected {
    String lat = fields.text(columns.lat());
    String lng = fields.text(columns.lng());
    if (!lat.isEmpty() || !lng.isEmpty()) {
      GeoPoint point = point(lat, lng);
      return wanted ? new Asked(districts.match(point, on), How.POINT, Optional.empty()) : null;
    }
    String zip = fields.text(columns.postalCode());
    String region = fields.text(columns.region());
    if (!zip.isEmpty() && !ZIP.matcher(zip).matches()) {
      throw new Rejected(
          "postal_code is not five digits; spreadsheets drop zeros at the beginning");
    }
    if (!STATE.matcher(region).matches()) {
      throw new Rejected("region is not two letters, like OH");
    }
    if (!wanted) {
      return null;
    }
    Match match = districts.match(zip, region, "US", on);
    return new Asked(match, How.ZIP, street(fields, match, zip, region));
  }

  private static GeoPoint point(String lat, String lng) throws Rejected {
    if (lat.isEmpty() || lng.isEmpty()) {
      throw new Rejected(lat.isEmpty() ? "lng without lat" : "lat without lng");
    }
    return GeoPoint.parse(lat, lng)
        .orElseThrow(
            () ->
                new Rejected(
                    "lat and lng are not degrees with a decimal point, from -90 to 90 and -180 to 180"));
  }

  private Optional<StreetAddress> street(Fields fields, Match match, String zip, String region) {
    if (batch.isEmpty() || !(match instanceof Ambiguous)) {
      return Optional.empty();
    }
    var address =
        new StreetAddress(
            fields.text(columns.line()), fields.text(columns.locality()), region, zip);
    return Optional.of(address).filter(street -> streets.canSettle(street, on));
  }

  /** How many stay as they were because the geocoder is away. */
  private int settle(List<@Nullable Asked> asked, Geocoders.Batch geocoder) {
    List<Integer> rows = new ArrayList<>();
    List<StreetAddress> addresses = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Asked one = asked.get(i);
      if (one != null && one.street().isPresent()) {
        rows.add(i);
        addresses.add(one.street().get());
      }
    }
    int unanswered = 0;
    List<Geocoder.Answer> found = addresses.isEmpty() ? List.of() : geocoder.locate(addresses);
    for (int i = 0; i < found.size(); i++) {
      Asked before = asked.get(rows.get(i));
      if (before != null && before.match() instanceof Ambiguous byZip) {
        Match settled = streets.settle(byZip, found.get(i), on);
        How how = settled.equals(byZip) ? How.ZIP : How.STREET;
        asked.set(rows.get(i), new Asked(settled, how, Optional.empty()));
      }
      unanswered += found.get(i) instanceof Geocoder.Answer.Unavailable ? 1 : 0;
    }
    return unanswered;
  }

  /** As many fields as the header has, so that what follows stands in its own columns. */
  private void write(
      RowBlock block, int row, Fields fields, Answers.Written answer, ByteArrayOutputStream rows) {
    int kept = fields.isOpen() ? 0 : Math.min(fields.count(), columns.count());
    int start = block.start(row);
    int end = kept == 0 ? start : fields.end(kept - 1);
    rows.write(block.bytes, start, end - start);
    for (int missing = Math.max(kept, 1); missing < columns.count(); missing++) {
      rows.write(',');
    }
    rows.writeBytes(answer.bytes());
    rows.writeBytes(lineEnd);
  }

  private static void reject(
      RowBlock block, int row, String reason, ByteArrayOutputStream rejects) {
    rejects.writeBytes((block.line(row) + "," + Answers.quoted(reason) + ",\"").getBytes(UTF_8));
    for (int at = block.start(row); at < block.end(row); at++) {
      rejects.write(block.bytes[at]);
      if (block.bytes[at] == '"') {
        rejects.write('"');
      }
    }
    rejects.writeBytes("\"\n".getBytes(UTF_8));
  }
}

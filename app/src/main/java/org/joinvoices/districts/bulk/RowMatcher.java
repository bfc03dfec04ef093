package org.joinvoices.districts.bulk;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joinvoices.districts.BatchGeocoder;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.GeoPoint;
import org.joinvoices.districts.Geocoder;
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
  private final Optional<BatchGeocoder> batch;
  private final Answers answers;

  RowMatcher(Districts districts, LocalDate on, Columns columns, Optional<BatchGeocoder> batch) {
    this.districts = districts;
    this.streets = StreetMatcher.off(districts);
    this.on = on;
    this.columns = columns;
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

  Done match(List<CsvRecord> block) {
    var rejects = new OutputCsv();
    List<@Nullable Asked> asked = ask(block, rejects);
    int unanswered = batch.map(geocoder -> settle(asked, geocoder)).orElse(0);
    var rows = new OutputCsv();
    Map<Answers.Written, Integer> counts = new IdentityHashMap<>();
    for (int row = 0; row < asked.size(); row++) {
      Asked one = asked.get(row);
      Answers.Written answer = one == null ? Answers.REJECTED : answers.of(one.match(), one.how());
      rows.add(extended(block.get(row).getFields(), answer.fields()));
      counts.merge(answer, 1, Integer::sum);
    }
    return new Done(rows.bytes(), rejects.bytes(), tally(counts), unanswered);
  }

  private static Tally tally(Map<Answers.Written, Integer> counts) {
    var tally = new Tally();
    counts.forEach(
        (answer, rows) -> tally.add(answer.outcome(), answer.how(), answer.confidence(), rows));
    return tally;
  }

  private List<@Nullable Asked> ask(List<CsvRecord> block, OutputCsv rejects) {
    List<@Nullable Asked> asked = new ArrayList<>(block.size());
    for (CsvRecord row : block) {
      try {
        asked.add(ask(row));
      } catch (Rejected e) {
        asked.add(null);
        String line = String.valueOf(row.getStartingLineNumber());
        rejects.add(List.of(line, e.reason, OutputCsv.row(row.getFields())));
      }
    }
    return asked;
  }

  private Asked ask(CsvRecord row) throws Rejected {
    if (row.getFieldCount() != columns.count()) {
      throw new Rejected("%d fields instead of %d".formatted(row.getFieldCount(), columns.count()));
    }
    String lat = text(row, columns.lat());
    String lng = text(row, columns.lng());
    if (!lat.isEmpty() || !lng.isEmpty()) {
      return new Asked(districts.match(point(lat, lng), on), How.POINT, Optional.empty());
    }
    String zip = text(row, columns.postalCode());
    String region = text(row, columns.region());
    if (!zip.isEmpty() && !ZIP.matcher(zip).matches()) {
      throw new Rejected(
          "postal_code is not five digits; spreadsheets drop zeros at the beginning");
    }
    if (!STATE.matcher(region).matches()) {
      throw new Rejected("region is not two letters, like OH");
    }
    Match match = districts.match(zip, region, "US", on);
    return new Asked(match, How.ZIP, street(row, match, zip, region));
  }

  /** Empty where the file has no such column. */
  private static String text(CsvRecord row, int column) {
    return column < 0 ? "" : InputCsv.text(row.getField(column));
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

  private Optional<StreetAddress> street(CsvRecord row, Match match, String zip, String region) {
    if (batch.isEmpty() || !(match instanceof Ambiguous)) {
      return Optional.empty();
    }
    var address =
        new StreetAddress(text(row, columns.line()), text(row, columns.locality()), region, zip);
    return Optional.of(address).filter(street -> streets.canSettle(street, on));
  }

  /** How many stay as they were because the geocoder is away. */
  private int settle(List<@Nullable Asked> asked, BatchGeocoder geocoder) {
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
  private List<String> extended(List<String> fields, List<String> answer) {
    List<String> all = new ArrayList<>(columns.count() + answer.size());
    all.addAll(fields.subList(0, Math.min(fields.size(), columns.count())));
    while (all.size() < columns.count()) {
      all.add("");
    }
    all.addAll(answer);
    return all;
  }
}

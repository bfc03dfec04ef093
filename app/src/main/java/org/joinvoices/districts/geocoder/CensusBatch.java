package org.joinvoices.districts.geocoder;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joinvoices.districts.BatchGeocoder;
import org.joinvoices.districts.Geocoder.Answer;
import org.joinvoices.districts.Geocoder.Fault;
import org.joinvoices.districts.Geocoder.Place;
import org.joinvoices.districts.StreetAddress;

/**
 * The Census Bureau's geocoder for many addresses: a CSV goes there as a form's file, and one comes
 * back in any order. Source: Census Geocoder API documentation, {@code geographies/addressbatch}.
 * It names no districts.
 */
public final class CensusBatch implements BatchGeocoder {

  /** Some 300 bytes a line. */
  private static final int LONGEST_ANSWER = 16 << 20;

  private static final CsvReader.CsvReaderBuilder FORMAT =
      CsvReader.builder()
          .allowUnclosedQuote(false)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE);

  private static final int ID = 0;
  private static final int STATUS = 2;
  private static final int EXACTNESS = 3;
  private static final int COORDINATES = 5;

  private static final Answer MISSING = new Answer.Unavailable(Fault.GARBAGE);

  private final FarSide far;

  public CensusBatch(FarSide far) {
    this.far = far;
  }

  @Override
  public List<Answer> locate(List<StreetAddress> addresses) {
    if (addresses.size() > MOST) {
      throw new IllegalArgumentException("more than " + MOST + " addresses at once");
    }
    try {
      Map<String, Answer> byId = read(post(addresses));
      return IntStream.range(0, addresses.size())
          .mapToObj(id -> byId.getOrDefault(String.valueOf(id), MISSING))
          .toList();
    } catch (NoAnswer e) {
      return Collections.nCopies(addresses.size(), new Answer.Unavailable(e.fault()));
    }
  }

  private String post(List<StreetAddress> addresses) throws NoAnswer {
    String boundary = UUID.randomUUID().toString();
    String body =
        part(boundary, "benchmark\"", CensusGeocoder.BENCHMARK)
            + part(boundary, "vintage\"", CensusGeocoder.CURRENT)
            + part(
                boundary,
                "addressFile\"; filename=\"addresses.csv\"\r\nContent-Type: text/csv",
                lines(addresses))
            + "--"
            + boundary
            + "--\r\n";
    byte[] answer =
        far.post(
            "/geographies/addressbatch",
            "multipart/form-data; boundary=" + boundary,
            BodyPublishers.ofString(body),
            LONGEST_ANSWER);
    return new String(answer, UTF_8);
  }

  private static String part(String boundary, String name, String content) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\r\n\r\n%s\r\n"
        .formatted(boundary, name, content);
  }

  private static String lines(List<StreetAddress> addresses) {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      for (int id = 0; id < addresses.size(); id++) {
        StreetAddress one = addresses.get(id);
        csv.writeRecord(
            String.valueOf(id), one.line(), one.locality(), one.region(), one.postalCode());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter throws none
    }
    return text.toString();
  }

  private static Map<String, Answer> read(String csv) throws NoAnswer {
    Map<String, Answer> byId = new HashMap<>();
    try (var rows = FORMAT.ofCsvRecord(csv)) {
      for (CsvRecord row : rows) {
        byId.put(row.getField(ID).strip(), answer(row));
      }
    } catch (IOException | CsvParseException e) {
      throw new NoAnswer(Fault.GARBAGE);
    }
    return byId;
  }

  private static Answer answer(CsvRecord row) throws NoAnswer {
    if (row.getFieldCount() <= STATUS) {
      throw new NoAnswer(Fault.GARBAGE);
    }
    return switch (row.getField(STATUS)) {
      case "Match" -> new Answer.Found(place(row));
      case "Tie" -> new Answer.Tie();
      case "No_Match" -> new Answer.None();
      default -> throw new NoAnswer(Fault.GARBAGE);
    };
  }

  private static Place place(CsvRecord row) throws NoAnswer {
    String[] lonLat =
        row.getFieldCount() > COORDINATES ? row.getField(COORDINATES).split(",") : new String[0];
    if (lonLat.length != 2) {
      throw new NoAnswer(Fault.GARBAGE);
    }
    return new Place(
        FarSide.point(lonLat[1], lonLat[0]),
        row.getField(EXACTNESS).equals("Exact"),
        OptionalDouble.empty(),
        Optional.empty());
  }
}

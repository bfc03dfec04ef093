package org.joinvoices.districts.bulk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.joinvoices.districts.BatchGeocoder;
import org.joinvoices.districts.BuiltIn;
import org.joinvoices.districts.BulkOutcome;
import org.joinvoices.districts.BulkOutcome.Done;
import org.joinvoices.districts.BulkOutcome.Refused;
import org.joinvoices.districts.BulkTask;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.GeoPoint;
import org.joinvoices.districts.Geocoder.Answer;
import org.joinvoices.districts.Geocoder.Fault;
import org.joinvoices.districts.Geocoder.Place;
import org.joinvoices.districts.StreetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of people who were made up, matched on one day. */
class BulkRunTest {

  private static final Districts DISTRICTS = BuiltIn.DISTRICTS;
  private static final LocalDate DAY = LocalDate.of(2021, 1, 10);
  private static final String ADDED = ",outcome,how,confidence,seats,ocds,names\n";

  private static final String CLEVELAND =
      ",matched,%s,%s,OH-11;OH-S1;OH-S3,"
          + "ocd-division/country:us/state:oh/cd:11;ocd-division/country:us/state:oh;"
          + "ocd-division/country:us/state:oh,Marcia L. Fudge;Sherrod Brown;Rob Portman\n";

  private final Path in;
  private final Path out;
  private final List<String> said = new ArrayList<>();

  BulkRunTest(@TempDir Path folder) {
    in = folder.resolve("people.csv");
    out = folder.resolve("matched.csv");
  }

  @Test
  void aPointGoesBeforeAZipCodeAndOtherColumnsStayAsTheyAre() throws Exception {
    assertThat(
            matched(
                """
                id,note,LAT,Lng,postal_code
                1, "x" ,41.4993,-81.6944,10001
                "2","a, ""b""
                c",,,44113
                """))
        .isEqualTo(
            "id,note,LAT,Lng,postal_code"
                + ADDED
                + "1,\" \"\"x\"\" \",41.4993,-81.6944,10001"
                + CLEVELAND.formatted("point", "exact_point")
                + "2,\"a, \"\"b\"\"\nc\",,,44113"
                + CLEVELAND.formatted("zip", "unique_zip"));
  }

  @Test
  void whatIsOpenNamesEveryCandidateAndWhatIsNowhereNone() throws Exception {
    assertThat(matched("postal_code,region\n44109,oh\n09012,\n,\n30303,GA\n"))
        .contains("44109,oh,ambiguous,zip,state_only,OH-S1;OH-S3;OH-09;OH-11,ocd-division/")
        .contains("09012,,unmatched,zip,undetermined,,,\n")
        .contains(",,unmatched,zip,undetermined,,,\n")
        .as("a vacant seat has an empty name")
        .containsPattern("GA-05;GA-S2;GA-S3,[^,]*,Nikema Williams;;");
  }

  @Test
  void aNameWithACommaIsQuoted() throws Exception {
    assertThat(matched("lat,lng\n32.4610,-84.9877\n")).contains(",\"Sanford D. Bishop, Jr.;");
  }

  @Test
  void rejectedRowsStayInTheirPlaceAndAreListedWithLineAndReason() throws Exception {
    Done done =
        done(
            """
            id,lat,lng,postal_code,region
            1,north,-81.69,,
            2,91,-81.69,,
            3,41.48,,,
            4,,,2138,MA
            5,,,44113,Ohio
            6,,,44113
            7,,,44113,OH,"more, and more"

            8,,,44113,OH
            """);

    assertThat(done.outcomes()).isEqualTo(Map.of("rejected", 7L, "matched", 1L));
    assertThat(Files.readAllLines(out))
        .hasSize(9)
        .contains("1,north,-81.69,,,rejected,,,,,", "6,,,44113,,rejected,,,,,")
        .contains("7,,,44113,OH,rejected,,,,,")
        .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(11));
    assertThat(Files.readString(done.rejects().orElseThrow()))
        .isEqualTo(
            """
            line,reason,row
            2,"lat and lng are not degrees with a decimal point, from -90 to 90 and -180 to 180","1,north,-81.69,,"
            3,"lat and lng are not degrees with a decimal point, from -90 to 90 and -180 to 180","2,91,-81.69,,"
            4,lat without lng,"3,41.48,,,"
            5,postal_code is not five digits; spreadsheets drop zeros at the beginning,"4,,,2138,MA"
            6,"region is not two letters, like OH","5,,,44113,Ohio"
            7,4 fields instead of 5,"6,,,44113"
            8,6 fields instead of 5,"7,,,44113,OH,""more, and more""\"
            """);
  }

  @ParameterizedTest
  @CsvSource({"'\"44113\\n3,44113\\n'", "'\"44113\"x\\n3,44113\\n'"})
  void aQuoteThatIsNotClosedWhereAFieldEndsIsRefused(String field) throws Exception {
    Files.writeString(in, "id,postal_code\n1,44113\n2," + field.replace("\\n", "\n"));

    assertThat(((Refused) run()).why())
        .contains("the row after the one of line 2 has a quote that is not closed, or text behind");
    assertThat(out).doesNotExist();
  }

  @Test
  void marksAndCharsetsStayWhatTheyAreAndLinesEndInOneWay() throws Exception {
    Files.write(in, "\uFEFFpostal_code,name\r\n44113,Zo\u00eb\r\n44113,last".getBytes(UTF_8));
    run();
    assertThat(Files.readString(out))
        .startsWith(
            "\uFEFFpostal_code,name,outcome,how,confidence,seats,ocds,names\n44113,Zo\u00eb,matched")
        .endsWith("Rob Portman\n")
        .doesNotContain("\r");

    Files.delete(out);
    Files.write(in, "postal_code,name\n44113,Zo\u00eb\n".getBytes(ISO_8859_1));
    run();
    assertThat(new String(Files.readAllBytes(out), ISO_8859_1)).contains("44113,Zo\u00eb,matched");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                      | the file is empty. Its first line must name its columns",
        "'\n\n'                | the file is empty.",
        "41.48,-81.69            | no column lat, lng or postal_code. Its first line must name",
        "id;lat;lng              | no column lat, lng or postal_code. Its first line must name its columns, lat and lng or postal_code among them, with commas",
        "id,lat                  | of the columns lat and lng one is missing.",
        "postal_code,Names       | there is a column names already, which we would add. Rename or drop it",
        "lat,lng,LAT             | the column lat is there twice.",
      })
  void aFileThatCannotBeMeantIsRefusedAndNothingIsWritten(String text, String why)
      throws Exception {
    Files.writeString(in, text.replace("\\n", "\n"));

    assertThat(((Refused) run()).why()).startsWith(in + ": " + why);
    assertThat(in.getParent()).isDirectoryNotContaining(file -> !file.equals(in));
  }

  @Test
  void aHeaderAloneIsAnEmptyAnswer() throws Exception {
    assertThat(matched("postal_code")).isEqualTo("postal_code" + ADDED);
  }

  @Test
  void aDayWithoutAMapAndAnOutputThatIsThereAreRefused() throws Exception {
    Files.writeString(in, "postal_code\n44113\n");
    assertThat(((Refused) task(LocalDate.of(2019, 1, 1), Optional.empty()).run()).why())
        .contains("knows no districts of 2019-01-01");

    Files.writeString(out, "mine");
    assertThat(((Refused) run()).why()).contains("is there already");
    assertThat(Files.readString(out)).isEqualTo("mine");
  }

  @Test
  void aFieldWithoutEndIsNotRead() throws Exception {
    Files.writeString(in, "postal_code\n\"" + "x\n".repeat(1 << 20));

    assertThat(((Refused) run()).why())
        .contains("the row after the one of line 1 has")
        .contains("a field longer than 1 MiB");
  }

  /** As after kill -9: noted is what was written at some row, and any bytes may follow that. */
  @Test
  void continuesAfterAnyRowAndAnyBytesBehindItToTheSameFile() throws Exception {
    Files.writeString(
        in,
        "\uFEFFpostal_code,note\r\n44113,\"a\n\"\"b\"\"\"\r\nbad,1\r\n\r\n44109,\u00e9\r\nbad,2\r\n44113,last");
    run();
    byte[] whole = Files.readAllBytes(out);
    Path rejects = out.resolveSibling("matched.csv.rejects.csv");
    byte[] listed = Files.readAllBytes(rejects);
    Path part = out.resolveSibling("matched.csv.part");
    Path rejectsPart = out.resolveSibling("matched.csv.rejects.csv.part");

    for (Checkpoint at : checkpoints(whole, listed)) {
      for (int bytes = (int) at.bytes(); bytes <= whole.length; bytes++) {
        Files.delete(out);
        at.write(part.resolveSibling("matched.csv.part.about"));
        Files.write(part, Arrays.copyOf(whole, bytes));
        Files.write(rejectsPart, listed);

        Done done = (Done) run();

        assertThat(Files.readAllBytes(out)).as("%s, %d bytes", at, bytes).isEqualTo(whole);
        assertThat(Files.readAllBytes(rejects)).isEqualTo(listed);
        assertThat(done.continuedAfter()).isEqualTo(at.tally().rows());
        assertThat(done.outcomes())
            .isEqualTo(Map.of("matched", 2L, "ambiguous", 1L, "rejected", 2L));
        assertThat(done.how()).isEqualTo(Map.of("zip", 3L));
      }
    }
    assertThat(in.getParent()).isDirectoryNotContaining(file -> file.toString().contains(".part"));
    assertThat(said).contains("continues after 4 rows");
  }

  /** After each row, by the rows themselves. */
  private List<Checkpoint> checkpoints(byte[] whole, byte[] listed) throws IOException {
    var rows = new String(whole, UTF_8).split("(?<=\n)(?!\"\"b)");
    assertThat(rows).hasSize(6);
    var rejects = new String(listed, UTF_8).split("(?<=\n)");
    List<Checkpoint> all = new ArrayList<>();
    all.add(Checkpoint.start(task().about()));
    var tally = new Tally();
    long bytes = rows[0].getBytes(UTF_8).length;
    int bad = 1;
    for (int row = 1; row < rows.length; row++) {
      bytes += rows[row].getBytes(UTF_8).length;
      String outcome =
          rows[row].contains("rejected")
              ? "rejected"
              : rows[row].contains("ambig") ? "ambiguous" : "matched";
      bad += outcome.equals("rejected") ? 1 : 0;
      tally.add(outcome, outcome.equals("rejected") ? "" : "zip", "unique_zip", 1);
      var copy = new Tally();
      copy.add(tally);
      long rejectBytes = String.join("", Arrays.copyOf(rejects, bad)).getBytes(UTF_8).length;
      all.add(new Checkpoint(task().about(), bytes, rejectBytes, copy));
    }
    return all;
  }

  @Test
  void continuesWhereAStoppedRunNotedItself() throws Exception {
    Files.writeString(
        in,
        "postal_code,region,address_line,locality\nbad,,,\n"
            + "44109,OH,1 Sample St,Cleveland\n".repeat(9));
    BatchGeocoder answering = addresses -> addresses.stream().map(_ -> found()).toList();
    inSingleRows(answering).run();
    byte[] whole = Files.readAllBytes(out);
    Files.delete(out);

    var calls = new AtomicInteger();
    BatchGeocoder failing =
        addresses -> {
          if (calls.incrementAndGet() == 9) {
            throw new IllegalStateException("stopped");
          }
          return answering.locate(addresses);
        };
    assertThatIllegalStateException().isThrownBy(() -> inSingleRows(failing).run());
    Done done = (Done) inSingleRows(answering).run();

    assertThat(done.continuedAfter()).isBetween(1L, 9L);
    assertThat(done.rows()).isEqualTo(10);
    assertThat(Files.readAllBytes(out)).isEqualTo(whole);
  }

  private BulkRun inSingleRows(BatchGeocoder geocoder) {
    return new BulkRun(
        DISTRICTS, new BulkTask(in, out, DAY, Optional.of(geocoder), "test"), said::add, 1);
  }

  @Test
  void continuesOnlyTheSameRun() throws Exception {
    Files.writeString(in, "postal_code\n44113\n");
    Path part = out.resolveSibling("matched.csv.part");
    Files.writeString(part, "postal_code" + ADDED);
    assertThat(((Refused) run()).why()).contains("is of another run");

    Checkpoint.start(task().about()).write(part.resolveSibling("matched.csv.part.about"));
    assertThat(((Refused) task(DAY.plusDays(1), Optional.empty()).run()).why())
        .contains("is of another run");
    assertThat(run()).isInstanceOf(Done.class);
  }

  @Test
  void manyBlocksKeepTheirOrder() throws Exception {
    var people = new StringBuilder("id,postal_code\n");
    for (int id = 0; id < 35_000; id++) {
      people.append(id).append(id % 2 == 0 ? ",44113\n" : ",44109\n");
    }
    Files.writeString(in, people);
    run();

    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(35_001);
    for (int id = 0; id < 35_000; id++) {
      assertThat(lines.get(id + 1))
          .startsWith(id + (id % 2 == 0 ? ",44113,matched," : ",44109,ambiguous,"));
    }
  }

  @Test
  void onlyStreetsOfAmbiguousZipCodesGoToTheGeocoderAndAllAtOnce() throws Exception {
    List<List<StreetAddress>> asked = new ArrayList<>();
    BatchGeocoder geocoder =
        addresses -> {
          asked.add(addresses);
          return List.of(found(), new Answer.None(), new Answer.Unavailable(Fault.TIMEOUT));
        };
    Files.writeString(
        in,
        """
        postal_code,region,address_line,locality
        44109,OH,"1 Sample St, rear",Cleveland
        44113,OH,2 Sample St,Cleveland
        44109,OH,PO Box 3,Cleveland
        44109,OH,,
        44109,OH,4 Sample St,Cleveland
        44109,OH,5 Sample St,Cleveland
        """);

    Done done = (Done) task(DAY, Optional.of(geocoder)).run();

    assertThat(asked)
        .containsExactly(
            List.of(
                new StreetAddress("1 Sample St, rear", "Cleveland", "OH", "44109"),
                new StreetAddress("4 Sample St", "Cleveland", "OH", "44109"),
                new StreetAddress("5 Sample St", "Cleveland", "OH", "44109")));
    assertThat(Files.readString(out))
        .contains("Cleveland" + CLEVELAND.formatted("street", "exact_point"))
        .contains("4 Sample St,Cleveland,ambiguous,zip,state_only,");
    assertThat(done.how()).isEqualTo(Map.of("street", 1L, "zip", 5L));
    assertThat(done.unanswered()).isEqualTo(1);
  }

  private static Answer found() {
    return new Answer.Found(
        new Place(new GeoPoint(41.4993, -81.6944), true, OptionalDouble.empty(), Optional.empty()));
  }

  private String matched(String text) throws Exception {
    done(text);
    return Files.readString(out);
  }

  private Done done(String text) throws Exception {
    Files.writeString(in, text);
    return (Done) run();
  }

  private BulkOutcome run() throws IOException, InterruptedException {
    return task().run();
  }

  private BulkRun task() {
    return task(DAY, Optional.empty());
  }

  private BulkRun task(LocalDate on, Optional<BatchGeocoder> geocoder) {
    return new BulkRun(DISTRICTS, new BulkTask(in, out, on, geocoder, "off"), said::add);
  }
}

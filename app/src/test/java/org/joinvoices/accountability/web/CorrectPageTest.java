package org.joinvoices.accountability.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.joinvoices.delivery.DeliveryHouse.in;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.with;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.joinvoices.accountability.OwnCorrections;
import org.joinvoices.accountability.OwnData;
import org.joinvoices.accountability.Responses;
import org.joinvoices.delivery.DeliveryHouse;
import org.joinvoices.delivery.DeliveryLine;
import org.joinvoices.delivery.DeliveryState;
import org.joinvoices.districts.StreetMatcher;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Tokens.Claim;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.platform.mail.MailTrace;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.signing.Corrections;
import org.joinvoices.signing.Display;
import org.joinvoices.signing.OwnWords;
import org.joinvoices.signing.Persons;
import org.joinvoices.signing.SampleReferrals;
import org.joinvoices.signing.SignatureId;
import org.joinvoices.signing.SignatureKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Signers put right what they typed, keep copies, and compare them, over a real database. */
@SuppressWarnings("NullAway.Init")
class CorrectPageTest {

  @TempDir private Path folder;
  private DeliveryHouse house;
  private Tokens tokens;
  private Persons persons;
  private OwnCorrections own;
  private MockMvc server;

  @BeforeEach
  void open() {
    house = new DeliveryHouse(folder);
    var signing = house.house;
    tokens = new Tokens(signing.vault, signing.clock);
    persons = new Persons(signing.database, signing.vault, signing.signatures);
    var receipts =
        new Receipts(
            signing.signatures,
            signing.actions,
            house.deliveries,
            new Responses(signing.database, house.districts, signing.clock),
            house.districts,
            signing.clock,
            URI.create("https://house.example"));
    var corrections =
        new Corrections(
            signing.database,
            signing.vault,
            signing.signatures,
            signing.actions,
            StreetMatcher.off(house.districts),
            signing.clock);
    own =
        new OwnCorrections(
            signing.database, persons, signing.signatures, corrections, house.deliveries);
    var data =
        new OwnData(persons, house.deliveries, new MailTrace(signing.database), signing.clock);
    var frames = new Frames(signing.clock, URI.create("https://house.example"));
    var pages = new Pages();
    server =
        MockMvcBuilders.standaloneSetup(
                new ReceiptController(
                    receipts, signing.signing, tokens, frames, pages, signing.switches),
                new CopyController(receipts, house.copyCheck(), tokens, frames, pages),
                new CorrectController(receipts, own, tokens, frames, pages),
                new OwnDataController(
                    receipts,
                    data,
                    new OwnDataSheet(signing.signatures, persons, new SampleReferrals()),
                    persons,
                    signing.signing,
                    tokens,
                    frames,
                    pages))
            .build();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static Map<String, List<String>> cleveland() {
    return with(in("OH", "44103"), "language", "en");
  }

  @Test
  void putsRightWhatWasTypedAndSendsItThatWay() throws Exception {
    SignatureKey key = house.confirmed(cleveland());
    String data = dataLink(key);

    assertThat(open(data + "/correct").getStatus()).as("scanners follow links").isEqualTo(405);
    var form = send(data + "/correct", "");
    assertThat(form.getHeader("Cache-Control")).contains("no-store");
    assertThat(form.getContentAsString())
        .contains("value=\"1 Samplestreet\"", "Please read these sample words.", "44103")
        .contains("amira.testperson@mail.example")
        .doesNotContain("name=\"email\"");

    var mended =
        with(
            with(with(cleveland(), "given_name", "Sample-Amina"), "address_line", "2 Samplestreet"),
            "own_words",
            "Other sample words.");
    var saved = send(data + "/correct/save", body(with(mended, "display", "initials")));
    assertThat(saved.getStatus()).as(saved.getContentAsString()).isEqualTo(303);
    assertThat(open(data + "?corrected=true").getContentAsString()).contains("Saved.");
    house.plan();
    house.send();

    assertThat(house.gateway.posted().stream().map(xml -> new String(xml, StandardCharsets.UTF_8)))
        .hasSize(3)
        .allMatch(xml -> xml.contains("Sample-Amina") && xml.contains("2 Samplestreet"))
        .allMatch(xml -> xml.contains("Other sample words."))
        .noneMatch(xml -> xml.contains("Sample-Amira") || xml.contains("Please read these"));
    assertThat(house.house.signatures.find(key).orElseThrow().display())
        .isEqualTo(Display.INITIALS);
    assertThat(send(data + "/see", "").getContentAsString())
        .contains("Sample-Amina Testperson", "2 Samplestreet", "With your initials.", "Accepted");
  }

  @Test
  void writesToTheMembersOfTheNewAddressAndToNoOther() throws Exception {
    SignatureKey key = house.confirmed(cleveland());
    var moved =
        with(
            with(with(cleveland(), "region", "WY"), "postal_code", "82001"),
            "locality",
            "Cheyenne");

    assertThat(send(dataLink(key) + "/correct/save", body(moved)).getStatus()).isEqualTo(303);
    house.plan();
    house.send();

    assertThat(house.deliveries.list(key))
        .filteredOn(line -> line.state() == DeliveryState.ACCEPTED)
        .extracting(line -> line.seat().state())
        .containsOnly("WY")
        .hasSize(3);
    assertThat(house.deliveries.list(key))
        .filteredOn(line -> line.seat().state().equals("OH"))
        .extracting(DeliveryLine::state)
        .containsOnly(DeliveryState.WITHDRAWN);
    assertThat(
            JdbcClient.create(house.house.database)
                .sql("SELECT region || ' ' || zip3 FROM signature")
                .query(String.class)
                .single())
        .isEqualTo("WY 820");
  }

  @Test
  void refusesOnceAMessageHasLeftAndSaysWhy() throws Exception {
    SignatureKey key = house.confirmed(cleveland());
    house.send();
    String data = dataLink(key);

    for (String path : List.of("/correct", "/correct/save")) {
      var answer = send(data + path, body(with(cleveland(), "given_name", "Sample-Amina")));
      assertThat(answer.getStatus()).isEqualTo(409);
      assertThat(answer.getContentAsString())
          .contains("This can no longer be corrected", "The office has it as you typed it")
          .doesNotContain("Samplestreet");
    }
    assertThat(given(key)).isEqualTo("Sample-Amira");
  }

  @Test
  void keepsWhatWasTypedWhereSomethingNeedsMending() throws Exception {
    SignatureKey key = house.confirmed(cleveland());

    var answer =
        send(
            dataLink(key) + "/correct/save",
            body(with(with(cleveland(), "postal_code", "4410"), "given_name", "Sample-Amina")));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("A ZIP code has five digits", "value=\"4410\"", "value=\"Sample-Amina\"");
    assertThat(given(key)).isEqualTo("Sample-Amira");
  }

  @Test
  void correctsNothingForSomebodyWhereItCannotBeWrittenDown() {
    SignatureKey key = house.confirmed(cleveland());
    var mended = with(cleveland(), "given_name", "Sample-Amina");

    assertThatThrownBy(
            () ->
                own.correctFor(
                    key,
                    mended,
                    () -> {
                      throw new IllegalStateException("no trail");
                    }))
        .hasMessage("no trail");

    assertThat(given(key)).isEqualTo("Sample-Amira");
    var written = new AtomicInteger();
    assertThat(own.correctFor(key, mended, written::incrementAndGet))
        .isEqualTo(new OwnCorrections.Answer.Corrected());
    assertThat(given(key)).isEqualTo("Sample-Amina");
    assertThat(written).hasValue(1);
  }

  @Test
  void neverMakesOnePersonOfTwoNorTwoHouseholdsOfOneMailbox() throws Exception {
    house.confirmed(with(cleveland(), "given_name", "Sample-Partner"));
    SignatureKey key = house.confirmed(cleveland());
    String save = dataLink(key) + "/correct/save";

    var same = send(save, body(with(cleveland(), "given_name", "Sample-Partner")));
    assertThat(same.getStatus()).isEqualTo(409);
    assertThat(same.getContentAsString()).contains("The other person of this mailbox");
    var apart = send(save, body(with(cleveland(), "postal_code", "44109")));
    assertThat(apart.getStatus()).isEqualTo(409);
    assertThat(apart.getContentAsString()).contains("Two people share this mailbox");

    assertThat(given(key)).isEqualTo("Sample-Amira");
    assertThat(house.house.signatures.findConstituent(key).orElseThrow().address().postalCode())
        .isEqualTo("44103");
  }

  @Test
  void staysOnePersonWithTheirEarlierSignature() throws Exception {
    SignatureKey first = house.confirmed(cleveland());
    house.house.signing.withdraw(first);
    house.plan();
    SignatureKey second =
        house.confirmed(with(cleveland(), "own_words", "Signed anew with sample words."));

    send(dataLink(second) + "/correct/save", body(with(cleveland(), "given_name", "Sample-Amina")));

    assertThat(given(second)).isEqualTo("Sample-Amina");
    assertThat(persons.listSame(second)).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void whoSignedTheLetterOnlyCorrectsTheirNameUntilTheBookIsMade() throws Exception {
    SignatureKey key = house.confirmed(with(letter(), "language", "en"));
    String data = dataLink(key);
    assertThat(send(data + "/correct", "").getContentAsString())
        .contains("name=\"family_name\"")
        .doesNotContain("name=\"address_line\"", "name=\"prefix\"");

    send(data + "/correct/save", "given_name=Sample-Samuel&family_name=Testperson&display=full");
    assertThat(given(key)).isEqualTo("Sample-Samuel");

    JdbcClient.create(house.house.database)
        .sql(
            """
            INSERT INTO petition_book (action_id, part, frozen_at, letter_version, signatures, manifest, made_at)
            SELECT action_id, 'book', confirmed_at + interval '1 day', 1, 1, '{}', confirmed_at + interval '1 day'
            FROM signature
            """)
        .update();
    assertThat(send(data + "/correct", "").getContentAsString())
        .contains("The petition book with your signature is made");
  }

  @Test
  void comparesAKeptCopyWithTheHashThatStays() throws Exception {
    SignatureKey key = house.confirmed(cleveland());
    house.send();
    String receipt = link(Purpose.RECEIPT, key);
    assertThat(open(receipt + "/copy").getContentAsString())
        .contains("Please read these sample words.", "Please act, Senator: sample text.")
        .doesNotContain("Samplestreet");
    new OwnWords(house.house.database).erase(key, house.house.clock.instant());

    assertThat(open(receipt).getContentAsString())
        .contains("were deleted here", receipt + "/compare");
    assertThat(open(receipt + "/copy").getStatus()).isEqualTo(303);
    assertThat(compare(receipt, " Please read these\tsample words. "))
        .contains("this is what was sent")
        .doesNotContain("Not the same");
    assertThat(compare(receipt, "Please read those sample words."))
        .contains("Not the same", "Please read those sample words.")
        .doesNotContain("this is what was sent");
  }

  private String compare(String receipt, String copy) throws Exception {
    return send(receipt + "/compare", "copy=" + URLEncoder.encode(copy, StandardCharsets.UTF_8))
        .getContentAsString();
  }

  private String given(SignatureKey key) {
    return house.house.signatures.findConstituent(key).orElseThrow().name().given();
  }

  private static String body(Map<String, List<String>> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey()
                    + "="
                    + URLEncoder.encode(field.getValue().getFirst(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private String dataLink(SignatureKey key) {
    return link(Purpose.OWN_DATA, key).replaceFirst("^/r/", "/data/");
  }

  private String link(Purpose purpose, SignatureKey key) {
    SignatureId id = key.signature();
    return "/r/"
        + tokens.issue(new Claim(purpose, key.action().value(), id.value()), Duration.ofDays(1));
  }

  private MockHttpServletResponse open(String path) throws Exception {
    return server.perform(get(URI.create(path))).andReturn().getResponse();
  }

  private MockHttpServletResponse send(String path, String body) throws Exception {
    var request =
        post(URI.create(path))
            .contentType(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
            .content(body);
    return server.perform(request).andReturn().getResponse();
  }
}

package org.joinvoices.accountability.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.delivery.DeliveryHouse.in;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.with;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joinvoices.accountability.OwnData;
import org.joinvoices.action.Actions;
import org.joinvoices.delivery.DeliveryHouse;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Tokens.Claim;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.platform.mail.MailTrace;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.signing.Persons;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The receipt over a real database and the fake gateway. */
@SuppressWarnings("NullAway.Init")
class ReceiptPageTest {

  /** Wholly within OH-11. */
  private static final String ONE_DISTRICT = "44103";

  private static final String TWO_DISTRICTS = "44109";

  @TempDir private Path folder;
  private DeliveryHouse house;
  private Tokens tokens;
  private MockMvc server;

  @BeforeEach
  void open() {
    house = new DeliveryHouse(folder);
    tokens = new Tokens(house.house.vault, house.house.clock);
    var receipts =
        new Receipts(
            house.house.signatures,
            new Actions(house.house.database),
            house.deliveries,
            house.districts,
            house.house.clock);
    var persons = new Persons(house.house.database, house.house.vault, house.house.signatures);
    var data =
        new OwnData(
            persons, house.deliveries, new MailTrace(house.house.database), house.house.clock);
    var frames = new Frames(house.house.clock);
    server =
        MockMvcBuilders.standaloneSetup(
                new ReceiptController(receipts, house.house.signing, tokens, frames, new Pages()),
                new OwnDataController(
                    receipts, data, persons, house.house.signing, tokens, frames, new Pages()))
            .build();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void namesEachRecipientBeforeAndAfterSendingAndNeverTheStreet() throws Exception {
    String link = link(house.house.confirmed(english(in("OH", ONE_DISTRICT))));

    var first = open(link);
    assertThat(first.getHeader("Cache-Control")).contains("no-store");
    assertThat(first.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(first.getContentAsString())
        .contains("Sherrod Brown", "Rob Portman", "Marcia L. Fudge", "data-refresh=\"4\"")
        .contains("Waiting to be sent", "Look again")
        .doesNotContain("http-equiv");

    house.plan();
    house.send();
    assertThat(open(link).getContentAsString())
        .contains("data-state=\"accepted\"", "Please act, Senator: sample text.", "Reference")
        .contains("Please read these sample words.", "In the book that is handed over")
        .contains("You are counted; nothing of you is shown.")
        .doesNotContain("data-refresh", "Look again", "Samplestreet");
  }

  @Test
  void saysOfAnEmptySeatThatTheMessageWaits() throws Exception {
    String link = link(house.confirmed(english(in("GA", "30303"))));
    house.send();

    assertThat(open(link).getContentAsString())
        .containsOnlyOnce("data-state=\"held\"")
        .contains("This seat is empty. Your message waits and goes to the successor.")
        .as("a message that waits for weeks is not looked at every few seconds")
        .doesNotContain("data-refresh");
  }

  @Test
  void letsTheDistrictBeChosenAndCreditsWhoNamesItsTowns() throws Exception {
    String link = link(house.confirmed(english(in("OH", TWO_DISTRICTS))));

    assertThat(open(link).getContentAsString()).contains("value=\"OH-09\"", "GeoNames");
    assertThat(send(link + "/district", "").getStatus()).isEqualTo(422);
    assertThat(send(link + "/district", "seat=TX-07").getStatus()).isEqualTo(422);
    assertThat(send(link + "/district", "seat=OH-11").getStatus()).isEqualTo(303);
    assertThat(open(link).getContentAsString())
        .contains("Marcia L. Fudge")
        .doesNotContain("value=\"OH-09\"", "GeoNames");
  }

  @Test
  void withdrawsAfterSayingWhatCannotBeRecalled() throws Exception {
    SignatureKey key = house.confirmed(english(in("OH", ONE_DISTRICT)));
    String link = link(key);

    assertThat(open(link).getContentAsString()).contains("received cannot be recalled");
    assertThat(open(link + "/withdraw").getContentAsString())
        .contains("received cannot be recalled", "No, leave it as it is");
    assertThat(state(key)).isEqualTo(SignatureState.CONFIRMED);

    assertThat(send(link + "/withdraw", "").getStatus()).isEqualTo(303);
    assertThat(state(key)).isEqualTo(SignatureState.WITHDRAWN);
    assertThat(open(link).getContentAsString())
        .contains(
            "You withdrew this signature", "Not in the book", "See, download or erase my data")
        .doesNotContain("Withdraw my signature");
    assertThat(open(link + "/withdraw").getContentAsString())
        .contains("withdrawn already", "Back to your receipt");
  }

  @Test
  void sendsALinkToTheOwnMailboxBeforeAnythingIsShownOrErased() throws Exception {
    SignatureKey key = house.confirmed(english(in("OH", ONE_DISTRICT)));
    String link = link(key);

    assertThat(open(link + "/erase").getContentAsString())
        .contains("mailbox you signed with", "15 minutes", "Send me the link");
    var answer = send(link + "/erase", "");
    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(open(Objects.requireNonNull(answer.getHeader("Location"))).getContentAsString())
        .contains("A mail with the link is on its way", "office@sample.example");

    assertThat(house.house.signatures.findConstituent(key)).as("nothing is erased").isPresent();
    assertThat(open("/data/" + link.substring(3)).getStatus())
        .as("the receipt's own token opens no data")
        .isEqualTo(404);
  }

  @Test
  void handsOutAllThatIsHeldByTheFreshLink() throws Exception {
    SignatureKey key = house.confirmed(english(in("OH", ONE_DISTRICT)));
    house.send();
    String data = dataLink(key);

    var page = open(data);
    assertThat(page.getHeader("Cache-Control")).contains("no-store");
    assertThat(page.getContentAsString())
        .contains("Download my data", "Erase my data", "35 days", "cannot be recalled")
        .doesNotContain("Samplestreet", "mail.example");
    assertThat(open(data + "/download").getStatus()).as("scanners follow links").isEqualTo(405);
    var file = send(data + "/download", "");
    assertThat(file.getHeader("Content-Disposition")).contains("attachment", "my-data.json");
    assertThat(file.getHeader("Cache-Control")).contains("no-store");
    assertThat(file.getContentAsString())
        .contains("Everything this house holds", "1 Samplestreet", "amira.testperson@mail.example")
        .contains("Please read these sample words.", "\"consents\"", "\"OH-11\"", "\"accepted\"")
        .contains("\"kind\" : \"confirm\"");
  }

  @Test
  void erasesByTheFreshLinkAndThenShowsNothingThatWasTyped() throws Exception {
    SignatureKey key = house.confirmed(english(in("OH", ONE_DISTRICT)));
    house.send();
    String data = dataLink(key);

    assertThat(send(data + "/erase", "").getStatus()).isEqualTo(303);

    assertThat(house.house.signatures.findConstituent(key)).isEmpty();
    assertThat(open(data).getContentAsString())
        .contains("Everything you typed has been deleted")
        .doesNotContain("Erase my data");
    assertThat(send(data + "/erase", "").getStatus()).as("pressed again").isEqualTo(303);
    assertThat(open(link(key)).getContentAsString())
        .contains("Your data is erased", "cannot be recalled", "data-state=\"accepted\"")
        .doesNotContain("sample words", "Read the message", "erase my data", "Keep this page");
  }

  @Test
  void saysThatTheTimeIsOverWhereTheHouseHasForgotten() throws Exception {
    SignatureKey key = house.confirmed(english(in("OH", ONE_DISTRICT)));
    house.send();
    house.house.vault.destroy(key.action().value());

    assertThat(open(link(key)).getContentAsString())
        .contains("You were counted; your data is erased", "the key that sealed it is destroyed")
        .doesNotContain("sample words", "Read the message");
  }

  @Test
  void tellsWhoSignedTheLetterOnlyThatNothingGoesToCongress() throws Exception {
    String link = link(house.confirmed(english(letter())));

    assertThat(open(link).getContentAsString())
        .contains("Nothing goes to Congress.")
        .doesNotContain("data-state", "data-refresh");
  }

  @Test
  void opensNothingBeforeConfirmingOrWithAnotherToken() throws Exception {
    SignatureKey key = house.house.sign(english(in("OH", ONE_DISTRICT)));
    String other = link(Purpose.THANKS, key);

    for (String path : List.of(link(key), other, "/r/AAAA", "/r/AAAA/withdraw")) {
      var answer = open(path);
      assertThat(answer.getStatus()).as(path).isEqualTo(404);
      assertThat(answer.getContentAsString()).contains("We cannot find this receipt");
    }
    for (String path : List.of(dataLink(key), "/data/AAAA")) {
      var answer = open(path);
      assertThat(answer.getStatus()).as(path).isEqualTo(404);
      assertThat(answer.getContentAsString()).contains("This link is too old");
    }
  }

  private static Map<String, List<String>> english(Map<String, List<String>> form) {
    return with(form, "language", "en");
  }

  private String link(SignatureKey key) {
    return link(Purpose.RECEIPT, key);
  }

  private String dataLink(SignatureKey key) {
    return link(Purpose.OWN_DATA, key).replaceFirst("^/r/", "/data/");
  }

  private String link(Purpose purpose, SignatureKey key) {
    var claim = new Claim(purpose, key.action().value(), key.signature().value());
    return "/r/" + tokens.issue(claim, Duration.ofDays(1));
  }

  private SignatureState state(SignatureKey key) {
    return house.house.signatures.find(key).orElseThrow().state();
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

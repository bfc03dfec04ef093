package org.joinvoices.accountability.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.joinvoices.delivery.DeliveryHouse.in;
import static org.joinvoices.signing.SampleForms.letter;
import static org.joinvoices.signing.SampleForms.with;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.google.crypto.tink.util.Bytes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.joinvoices.accountability.OwnData;
import org.joinvoices.accountability.Responder;
import org.joinvoices.accountability.ResponseAnswer;
import org.joinvoices.accountability.ResponseDraft;
import org.joinvoices.accountability.ResponseStance;
import org.joinvoices.accountability.Responses;
import org.joinvoices.action.Actions;
import org.joinvoices.delivery.DeliveryHouse;
import org.joinvoices.districts.Seat;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.crypto.Tokens.Claim;
import org.joinvoices.platform.crypto.Tokens.Purpose;
import org.joinvoices.platform.mail.MailTrace;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.signing.Flag;
import org.joinvoices.signing.Persons;
import org.joinvoices.signing.SampleForms;
import org.joinvoices.signing.SampleReferrals;
import org.joinvoices.signing.SignOutcome;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
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
  private Responses responses;
  private MockMvc server;

  @BeforeEach
  void open() {
    house = new DeliveryHouse(folder);
    tokens = new Tokens(house.house.vault, house.house.clock);
    responses = new Responses(house.house.database, house.districts, house.house.clock);
    var receipts =
        new Receipts(
            house.house.signatures,
            new Actions(house.house.database),
            house.deliveries,
            responses,
            house.districts,
            house.house.clock,
            URI.create("https://house.example"));
    var persons = new Persons(house.house.database, house.house.vault, house.house.signatures);
    var data =
        new OwnData(
            persons, house.deliveries, new MailTrace(house.house.database), house.house.clock);
    var frames = new Frames(house.house.clock, URI.create("https://house.example"));
    server =
        MockMvcBuilders.standaloneSetup(
                new ReceiptController(
                    receipts,
                    house.house.signing,
                    tokens,
                    frames,
                    new Pages(),
                    house.house.switches),
                new OfficeController(receipts, tokens, frames, new Pages()),
                new OwnDataController(
                    receipts,
                    data,
                    new OwnDataSheet(house.house.signatures, persons, new SampleReferrals()),
                    persons,
                    house.house.signing,
                    tokens,
                    frames,
                    new Pages()))
            .build();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void givesTheNumbersOfTheSignersOwnOfficesAndWhatToSay() throws Exception {
    var key = house.house.confirmed(english(in("OH", ONE_DISTRICT)));
    var holder = house.districts.officeholder(new Seat("OH-11"), house.house.clock.today());
    String phone = holder.orElseThrow().phone();
    assertThat(phone).isNotEmpty();

    assertThat(open(link(key)).getContentAsString())
        .contains("Call your offices", ">" + phone + "</a>", "Second sample demand.")
        .contains("href=\"tel:+1" + phone.replace("-", "") + "\"");

    house.house.signing.withdraw(key);
    assertThat(open(link(key)).getContentAsString()).doesNotContain("tel:", "Call your offices");
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
  void tellsWhatTheOfficesOfTheSignerAnsweredAndOfNoOthers() throws Exception {
    SignatureKey key = house.house.confirmed(english(in("OH", ONE_DISTRICT)));
    house.plan();
    house.send();
    house.house.advance(Duration.ofDays(30));
    answer("OH-S1");
    answer("GA-05");

    assertThat(open(link(key)).getContentAsString())
        .containsOnlyOnce("This office answered on ")
        .containsSubsequence(
            "Sherrod Brown",
            "<a href=\"/en/actions/sample-letter/answers\">This office answered on February 1, 2021:"
                + " Refused (demand 2).")
        .contains("See who answered, demand by demand");
  }

  private void answer(String seat) {
    assertThat(
            responses.record(
                new ResponseDraft(
                    house.house.action.id(),
                    new Responder.Member(new Seat(seat)),
                    new TreeMap<>(Map.of(2, ResponseStance.REFUSED)),
                    LocalDate.parse("2021-02-01"),
                    "No.",
                    "en",
                    "https://office.sample.example/answer",
                    Bytes.copyFrom(new byte[0])),
                new Actor.CommandLine()))
        .isInstanceOf(ResponseAnswer.Recorded.class);
  }

  @Test
  void saysHonestlyThatOrganizersTookItOutAndWhomToWriteTo() throws Exception {
    SignatureKey key = house.house.confirmed(english(in("OH", ONE_DISTRICT)));
    var batch = house.house.takeOut(key);
    house.plan();

    assertThat(open(link(key)).getContentAsString())
        .contains("This signature is not counted", "took it out of the count")
        .contains("please write to " + house.house.action.organization().email());

    house.house.undo(batch);
    assertThat(open(link(key)).getContentAsString()).contains("You are counted.");
  }

  @Test
  void passesTheLetterOnByItsOwnAddressAndOnlyWhileOneStandsBehindIt() throws Exception {
    SignatureKey key = house.house.confirmed(in("OH", ONE_DISTRICT));
    String page = open(link(key)).getContentAsString();

    assertThat(page)
        .contains("Difunda la carta", "value=\"https://house.example/es/actions/sample-letter\"");
    String ways =
        page.substring(
            page.indexOf("class=\"plain share\""),
            page.indexOf("</section>", page.indexOf("class=\"plain share\"")));
    assertThat(ways).contains("https://wa.me/?text=").doesNotContain("/r/", "%2Fr%2F");

    server.perform(post(URI.create(link(key) + "/withdraw")));
    assertThat(open(link(key)).getContentAsString()).doesNotContain("Difunda la carta");
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
  void saysThatSomebodyLooksFirstAndLetsTheSignerTakeItBack() throws Exception {
    var request = SampleForms.request(english(in("OH", ONE_DISTRICT)));
    var signed =
        (SignOutcome.Signed) house.house.signing.sign(request, Set.of(Flag.THROWAWAY_DOMAIN));
    house.house.signing.confirm(signed.key());
    String link = link(signed.key());

    house.plan();
    house.send();
    assertThat(open(link).getContentAsString())
        .contains("Somebody from the campaign looks at it before it is counted")
        .contains("Your message waits until somebody has looked at your signature.")
        .contains("Not before somebody has looked at the signature", link + "/withdraw")
        .doesNotContain(
            "data-refresh",
            "You are counted",
            "It is in the mail we sent you",
            "data-state=\"accepted\"");
    assertThat(open(link + "/withdraw").getContentAsString()).contains("Withdraw my signature");
    assertThat(send(link + "/withdraw", "").getStatus()).isEqualTo(303);
    assertThat(open(link).getContentAsString()).contains("You withdrew this signature");
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
  void handsWhatCannotBeSentToTheSignerAndSaysThatNothingWasSent() throws Exception {
    SignatureKey key = house.confirmed(english(in("OH", ONE_DISTRICT)));
    move("channel = 'hand_off', lane = 'hand_off', state = 'handed_over', settled_at = created_at");
    String link = link(key);

    assertThat(open(link).getContentAsString())
        .contains("Handed to you", "we have sent nothing", "By you: we hand you number")
        .containsOnlyOnce(link + "/offices/OH-11")
        .contains("Call or write yourself");
    var page = open(link + "/offices/OH-11");
    assertThat(page.getStatus()).isEqualTo(200);
    assertThat(page.getHeader("Cache-Control")).contains("no-store");
    assertThat(page.getContentAsString())
        .contains(
            "Reach Marcia L. Fudge yourself", "href=\"tel:+1202225", "so we have sent nothing")
        .contains("I have a message for Representative Marcia L. Fudge.", "Sample subject en")
        .contains("Please read these sample words.\n\nPlease act, Representative: sample text.")
        .contains("https://fudge.house.gov", "/copy.js", "Have your ZIP code at hand")
        .doesNotContain("Samplestreet", "44103", "Sample-Amira", "You told us");
  }

  @Test
  void notesWhatTheSignerDidAndNeverCallsItSent() throws Exception {
    SignatureKey key = house.confirmed(english(in("OH", ONE_DISTRICT)));
    move("channel = 'hand_off', lane = 'hand_off', state = 'handed_over', settled_at = created_at");
    String office = link(key) + "/offices/OH-11";

    assertThat(send(office, "did=nothing").getStatus()).isEqualTo(422);
    assertThat(send(office, "did=wrote").getStatus()).isEqualTo(303);
    assertThat(open(office).getContentAsString())
        .contains("You told us that you wrote.", "Thank you.");
    send(office, "did=called");

    assertThat(open(link(key)).getContentAsString())
        .as("who wrote stays one who wrote: the text must not go there again")
        .contains("You told us that you wrote.", "Handed to you", "Number and text once more")
        .doesNotContain("data-state=\"accepted\"");
  }

  @Test
  void offersTheHandOffForMessagesThatFailedForGoodAndForNoOthers() throws Exception {
    SignatureKey key = house.confirmed(english(in("OH", ONE_DISTRICT)));
    String link = link(key);
    for (String failed :
        List.of(
            "state = 'refused'",
            "state = 'held', held_reason = 'retries_exhausted'",
            "state = 'held', held_reason = 'invalid_message'",
            "state = 'held', held_reason = 'no_address'")) {
      move(failed);
      assertThat(open(link).getContentAsString()).as(failed).contains(link + "/offices/OH-11");
      assertThat(open(link + "/offices/OH-11").getContentAsString())
          .as(failed)
          .contains("We could not deliver your message to this office.");
    }
    for (String other :
        List.of(
            "state = 'queued', held_reason = NULL",
            "state = 'accepted'",
            "state = 'needs_review'",
            "state = 'withdrawn'",
            "state = 'held', held_reason = 'vacant_seat'",
            "state = 'held', held_reason = 'a_reason_of_tomorrow'",
            "channel = 'packet', lane = 'packet', state = 'handed_over', held_reason = NULL")) {
      move(other);
      assertThat(open(link).getContentAsString()).as(other).doesNotContain("/offices/");
      assertThat(open(link + "/offices/OH-11").getStatus()).as(other).isEqualTo(404);
      assertThat(send(link + "/offices/OH-11", "did=called").getStatus()).isEqualTo(404);
    }
    for (String none : List.of("/offices/OH-12", "/offices/nowhere")) {
      assertThat(open(link + none).getStatus()).as(none).isEqualTo(404);
    }
    assertThat(open("/r/AAAA/offices/OH-11").getContentAsString())
        .contains("We cannot find this receipt");
  }

  @Test
  void offersNothingMoreOnceTheSignatureHasEnded() throws Exception {
    SignatureKey key = house.confirmed(english(in("OH", ONE_DISTRICT)));
    move("state = 'refused'");
    house.house.signing.withdraw(key);

    assertThat(open(link(key)).getContentAsString()).doesNotContain("/offices/");
    assertThat(open(link(key) + "/offices/OH-11").getContentAsString())
        .contains("There is nothing to do here");
  }

  @Test
  void saysThatNobodyCanBeReachedInAnEmptySeat() throws Exception {
    SignatureKey key = house.confirmed(english(in("GA", "30303")));
    JdbcClient.create(house.house.database)
        .sql("UPDATE delivery SET state = 'refused', held_reason = NULL WHERE state = 'held'")
        .update();
    String page = open(link(key)).getContentAsString();
    String office = page.replaceAll("(?s).*?(/r/[^\"]*/offices/[^\"]*)\".*", "$1");

    assertThat(open(office).getContentAsString())
        .contains("This seat is empty at the moment", "U.S. Senator for Georgia")
        .doesNotContain("tel:", "I called");
  }

  @Test
  void tellsTheStoryOfEachChannelInItsOwnWords() throws Exception {
    SignatureKey key = house.confirmed(english(in("OH", ONE_DISTRICT)));
    String link = link(key);
    Map<String, String> stories =
        Map.of(
            "channel = 'packet', lane = 'packet', state = 'queued'", "For the next packet",
            "channel = 'packet', lane = 'packet', state = 'held', held_reason = 'in_packet'",
                "is printed in a packet that will be handed over",
            "channel = 'packet', lane = 'packet', state = 'handed_over', held_reason = NULL",
                "Handed over on paper",
            "channel = 'mail', lane = 'office_mail', state = 'accepted'",
                "Our mail server took it and passes it on",
            "channel = 'mail', lane = 'office_mail', state = 'refused'",
                "mail server did not take it. Nobody there has it.",
            "channel = 'mail', lane = 'office_mail', state = 'needs_review'",
                "The line to the mail server broke",
            "state = 'held', held_reason = 'a_reason_of_tomorrow'",
                "It is sent as soon as it can be.");
    for (var story : stories.entrySet()) {
      move(story.getKey());
      assertThat(open(link).getContentAsString()).as(story.getKey()).contains(story.getValue());
      move("held_reason = NULL, state = 'accepted'");
    }
    move("channel = 'packet', lane = 'packet', state = 'queued'");
    othersAreTaken();
    assertThat(open(link).getContentAsString())
        .as("nobody watches for weeks whether a packet is printed")
        .doesNotContain("data-refresh");
  }

  @Test
  void saysOfAMailThatItCameBack() throws Exception {
    SignatureKey key = house.confirmed(english(in("OH", ONE_DISTRICT)));
    move("channel = 'mail', lane = 'office_mail', state = 'refused'");
    JdbcClient.create(house.house.database)
        .sql(
            """
            INSERT INTO delivery_attempt (action_id, delivery_id, attempt_no, started_at, took_ms, result, code)
            SELECT action_id, id, n, created_at, 0, result, '5.1.1' FROM delivery,
              (VALUES (1, 'accepted'), (2, 'bounced')) AS a (n, result) WHERE target = 'OH-11'
            """)
        .update();

    assertThat(open(link(key)).getContentAsString())
        .contains("Came back", "sent it back. Nobody there has it.", "/offices/OH-11");
  }

  private void move(String set) {
    JdbcClient.create(house.house.database)
        .sql("UPDATE delivery SET " + set + " WHERE target = 'OH-11'")
        .update();
  }

  private void othersAreTaken() {
    JdbcClient.create(house.house.database)
        .sql("UPDATE delivery SET state = 'accepted' WHERE target <> 'OH-11'")
        .update();
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
            "You withdrew this signature",
            "Not in the book",
            "See, download, correct or erase my data")
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
        .contains(
            "Show my data",
            "Download my data",
            "Correct my data",
            "Erase my data",
            "35 days",
            "cannot be recalled")
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

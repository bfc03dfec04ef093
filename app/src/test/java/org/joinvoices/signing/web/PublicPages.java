package org.joinvoices.signing.web;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joinvoices.action.ActionBySlug;
import org.joinvoices.districts.BuiltIn;
import org.joinvoices.districts.HouseGeocoder;
import org.joinvoices.platform.crypto.Tokens;
import org.joinvoices.platform.mail.MailNews;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.signing.Answered;
import org.joinvoices.signing.Approval;
import org.joinvoices.signing.HandedOver;
import org.joinvoices.signing.SampleReferrals;
import org.joinvoices.signing.SigningHouse;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The pages of one letter over a real database, asked as a browser asks. */
final class PublicPages implements AutoCloseable {

  private final AddressNotice notice;
  final SigningHouse house = new SigningHouse();
  final Links links = new Links(new Tokens(house.vault, house.clock));
  final Mails mails = new Mails(URI.create("https://house.example"));
  private final MockMvc server;

  final SampleReferrals referrals = new SampleReferrals();

  /** What is recorded. */
  final List<HandedOver> handOvers = new ArrayList<>();

  Optional<Answered> answers = Optional.empty();

  /** What the letter's authors approved. */
  final List<Approval> approvals = new ArrayList<>();

  PublicPages() {
    this(Optional.empty());
  }

  PublicPages(Optional<HouseGeocoder> geocoder) {
    notice = new AddressNotice(geocoder);
    server = server();
  }

  private MockMvc server() {
    var news = new MailNews(house.database, house.switches, InstantSource.system());
    var frames = new Frames(house.clock, URI.create("https://house.example"));
    var pages = new Pages();
    var cached = new ActionBySlug(house.actions);
    OnRecord<List<HandedOver>> handedOver =
        new OnRecord<>(_ -> List.copyOf(handOvers), List.of(), () -> false);
    OnRecord<Optional<Answered>> answered =
        new OnRecord<>(_ -> answers, Optional.empty(), () -> false);
    OnRecord<List<Approval>> approved =
        new OnRecord<>(_ -> List.copyOf(approvals), List.of(), () -> false);
    var standstills = new StandstillNotices(house.switches, house.clock);
    var sharing = new Sharing(URI.create("https://house.example"));
    var forms =
        new ActionPages(
            house.counts,
            frames,
            pages,
            sharing,
            house.clock,
            notice,
            standstills,
            handedOver,
            answered,
            approved,
            referrals);
    var reader = new SignedReader(house.signatures, house.actions, BuiltIn.DISTRICTS, house.clock);
    var signed = new SignaturePages(reader, house.signatures, news, frames, pages, links, sharing);
    return MockMvcBuilders.standaloneSetup(
            new ActionController(cached, forms, house.eventCodes, referrals, house.counts),
            new BesideController(cached, frames, pages),
            new PrivacyController(cached, frames, pages, notice),
            new TownsController(BuiltIn.DISTRICTS),
            new MastodonController(cached, sharing, frames, pages),
            new SignController(
                cached,
                forms,
                house.screening,
                house.signing,
                referrals,
                links,
                standstills,
                new Recipients(BuiltIn.DISTRICTS, house.clock)),
            new ThanksController(signed, house.signing, links),
            new ConfirmController(signed, reader, house.signing, links))
        .build();
  }

  /** Alters the queued mails as their worker would. */
  void mail(String sql) {
    JdbcClient.create(house.database).sql(sql).update();
  }

  long rows(String tableAndCondition) {
    return JdbcClient.create(house.database)
        .sql("SELECT count(*) FROM " + tableAndCondition)
        .query(Long.class)
        .single();
  }

  MockHttpServletResponse open(String path) throws Exception {
    return server.perform(get(URI.create(path))).andReturn().getResponse();
  }

  /** As a browser set to this language. */
  MockHttpServletResponse openIn(String language, String path) throws Exception {
    return server
        .perform(
            get(URI.create(path))
                .header("Accept-Language", language)
                .locale(Locale.forLanguageTag(language)))
        .andReturn()
        .getResponse();
  }

  MockHttpServletResponse openAgain(String path, String tag) throws Exception {
    return server
        .perform(get(URI.create(path)).header("If-None-Match", tag))
        .andReturn()
        .getResponse();
  }

  MockHttpServletResponse send(String path, Map<String, List<String>> form) throws Exception {
    return sendBody(path, MediaType.APPLICATION_FORM_URLENCODED_VALUE, encoded(form));
  }

  MockHttpServletResponse sendBody(String path, String type, String body) throws Exception {
    return server
        .perform(post(URI.create(path)).contentType(type).content(body))
        .andReturn()
        .getResponse();
  }

  private static String encoded(Map<String, List<String>> form) {
    return form.entrySet().stream()
        .flatMap(
            field ->
                field.getValue().stream()
                    .map(v -> encode(field.getKey(), UTF_8) + "=" + encode(v, UTF_8)))
        .collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    house.close();
  }
}

package org.joinvoices.site;

import static java.util.Comparator.comparing;
import static org.joinvoices.districts.Match.Confidence.NEAR_BORDER;

import java.text.Collator;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joinvoices.districts.DistrictChoice;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Officeholder;
import org.joinvoices.districts.Seat;
import org.joinvoices.districts.SeatNames;
import org.joinvoices.districts.Sketch;
import org.joinvoices.districts.ZipTown;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Preview;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.SignForm;
import org.joinvoices.site.LegislatorsView.Office;
import org.joinvoices.site.LegislatorsView.State;

/** Renders who speaks for a place. */
final class LegislatorsPage {

  static final Texts TEXTS = Texts.beside(LegislatorsPage.class);

  /** Language to path. */
  static final String PATH = "/legislators";

  /** As published; others are shown as they are. */
  private static final Map<String, String> PARTIES =
      Map.of(
          "Democrat", "party.democrat",
          "Republican", "party.republican",
          "Independent", "party.independent",
          "Libertarian", "party.libertarian");

  private final Districts districts;
  private final Frames frames;
  private final Pages pages;

  LegislatorsPage(Districts districts, Frames frames, Pages pages) {
    this.districts = districts;
    this.frames = frames;
    this.pages = pages;
  }

  /**
   * @param lookup empty while nothing was asked, or not understood
   * @param embedded whether it stands within a page of another site
   */
  String render(String language, PlaceForm form, Optional<Lookup> lookup, boolean embedded) {
    Words words = TEXTS.in(language);
    Map<String, String> languages = Frames.inEach(PATH);
    lookup
        .filter(asked -> asked.point().isEmpty())
        .ifPresent(any -> languages.replaceAll((_, path) -> path + form.query(form.seat())));
    String site = path(language);
    String path = embedded ? site.replace("legislators", "embed/legislators") : site;
    var frame = frames.open(language, words.get("legislators.title"), languages);
    var view =
        new LegislatorsView(
            lookup.isPresent() || embedded ? frame : frame.previewed(preview(words)),
            words,
            path,
            embedded,
            form,
            states(form, words),
            districts.firstDay().toString(),
            districts.lastDay().toString(),
            lookup.map(asked -> answer(asked, path, words)));
    return pages.render(embedded ? "site/embed.jte" : "site/legislators.jte", view);
  }

  /** Where it is in this language, one of the interface's. */
  static String path(String language) {
    return "/" + language + PATH;
  }

  /** Of the question only: search engines are not told of places that somebody asked for. */
  private Preview preview(Words words) {
    String address = frames.address(path(words.language()));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("@type", "WebPage");
    facts.put("url", address);
    facts.put("name", words.get("legislators.title"));
    facts.put("inLanguage", words.language());
    return new Preview("website", address, words.get("legislators.lead"), facts);
  }

  private LegislatorsView.Answer answer(Lookup lookup, String path, Words words) {
    PlaceForm form = lookup.form();
    List<DistrictChoice> choices =
        DistrictChoice.of(lookup.match(), districts, lookup.day(), words.language());
    return new LegislatorsView.Answer(
        place(lookup, words),
        words.get("legislators.day", words.formats().date(lookup.day())),
        why(lookup, words),
        similar(lookup, path),
        note(lookup, words),
        states(lookup, path, words),
        seats(lookup.match()).stream().map(seat -> office(seat, lookup.day(), words)).toList(),
        choices,
        sketch(lookup),
        seat -> path + wayTo(form, lookup, seat),
        lookup.isRefused(),
        String.join("; ", districts.credits()));
  }

  private String place(Lookup lookup, Words words) {
    PlaceForm form = lookup.form();
    if (lookup.point().isPresent()) {
      return words.get("legislators.place");
    }
    return form.zip().isEmpty()
        ? SeatNames.state(form.state(), words.language())
        : Stream.of(Optional.of(form.zip()), districts.cityOf(form.zip()))
            .flatMap(Optional::stream)
            .reduce((zip, city) -> zip + ", " + city)
            .orElseThrow();
  }

  /** A place that was told once is in no address, so its districts are asked for by their state. */
  private static String wayTo(PlaceForm form, Lookup lookup, Seat seat) {
    return lookup.point().isPresent()
        ? form.query("", seat.state(), seat.value())
        : form.query(seat.value());
  }

  private Optional<Sketch> sketch(Lookup lookup) {
    List<Seat> houses = lookup.match().houses();
    return lookup
        .point()
        .map(point -> districts.sketch(houses, point, lookup.day()))
        .orElseGet(() -> districts.sketch(houses, lookup.form().zip(), lookup.day()));
  }

  private Optional<String> why(Lookup lookup, Words words) {
    return lookup.match() instanceof Match.Unmatched unmatched
        ? Optional.of(
            unmatched.reason() == Match.Reason.STATE_CONTRADICTS_ZIP
                ? words.get("legislators.contradicts", lookup.form().zip(), statesOf(lookup, words))
                : words.get(
                    "unmatched." + unmatched.reason().word(),
                    words.formats().date(districts.firstDay()),
                    words.formats().date(districts.lastDay())))
        : Optional.empty();
  }

  /** Where the ZIP code lies, whatever state was given with it. */
  private String statesOf(Lookup lookup, Words words) {
    Match there = districts.match(lookup.form().zip(), "", "", lookup.day());
    return String.join(
        ", ",
        there.houses().stream()
            .map(Seat::state)
            .distinct()
            .map(code -> SeatNames.state(code, words.language()))
            .toList());
  }

  private List<LegislatorsView.Way> similar(Lookup lookup, String path) {
    PlaceForm form = lookup.form();
    return lookup.match() instanceof Match.Unmatched(var reason, _)
            && reason == Match.Reason.UNKNOWN_ZIP
        ? districts.similar(form.zip(), "", form.state()).stream()
            .map(
                town ->
                    new LegislatorsView.Way(
                        path + form.query(town.zip(), form.state(), ""),
                        town.zip() + ", " + town.city() + ", " + town.state()))
            .toList()
        : List.of();
  }

  /** What is special about the place, where several districts are possible. */
  private Optional<String> note(Lookup lookup, Words words) {
    if (!(lookup.match() instanceof Match.Ambiguous)) {
      return lookup.match() instanceof Match.Matched one && one.confidence() == NEAR_BORDER
          ? Optional.of(words.get("legislators.shore"))
          : Optional.empty();
    }
    if (lookup.point().isPresent()) {
      return Optional.of(words.get("legislators.border"));
    }
    return districts.townOf(lookup.form().zip()).filter(ZipTown::boxes).isPresent()
        ? Optional.of(words.get("legislators.boxes"))
        : Optional.empty();
  }

  /** The states to choose between where a ZIP code lies in two. */
  private static List<LegislatorsView.Way> states(Lookup lookup, String path, Words words) {
    List<String> codes = lookup.match().houses().stream().map(Seat::state).distinct().toList();
    return codes.size() < 2 || lookup.point().isPresent()
        ? List.of()
        : codes.stream()
            .map(
                code ->
                    new LegislatorsView.Way(
                        path + lookup.form().query(lookup.form().zip(), code, ""),
                        SeatNames.state(code, words.language())))
            .toList();
  }

  private static List<Seat> seats(Match match) {
    return switch (match) {
      case Match.Matched matched -> matched.seats();
      case Match.Ambiguous ambiguous -> ambiguous.senators();
      case Match.Unmatched _ -> List.of();
    };
  }

  private Office office(Seat seat, LocalDate day, Words words) {
    String label = SeatNames.of(seat, words.language());
    return districts
        .officeholder(seat, day)
        .map(holder -> office(seat, label, holder, words))
        .orElseGet(() -> new Office(label, Optional.empty(), "", "", "", "", false));
  }

  private static Office office(Seat seat, String label, Officeholder holder, Words words) {
    String party = PARTIES.getOrDefault(holder.party(), "");
    return new Office(
        label,
        Optional.of(holder.name()),
        party.isEmpty() ? holder.party() : words.get(party),
        holder.phone(),
        words.get(seat.isSenate() ? "legislators.senate" : "legislators.house"),
        holder.website().matches("https?://.*") ? holder.website() : "",
        holder.provisional());
  }

  /** What was typed and is none of them stays, so that nothing typed is lost. */
  private static List<State> states(PlaceForm form, Words words) {
    var known =
        SignForm.REGIONS.stream()
            .map(code -> new State(code, SeatNames.state(code, words.language())))
            .sorted(comparing(State::name, Collator.getInstance(words.formats().locale())));
    return form.faults().containsKey("state")
        ? Stream.concat(Stream.of(new State(form.state(), form.state())), known).toList()
        : known.toList();
  }
}

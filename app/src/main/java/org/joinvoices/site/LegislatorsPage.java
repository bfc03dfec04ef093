package org.joinvoices.site;

import static java.util.Comparator.comparing;

import java.text.Collator;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joinvoices.districts.DistrictChoice;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Officeholder;
import org.joinvoices.districts.Seat;
import org.joinvoices.districts.SeatNames;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.platform.web.Texts;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.SignForm;
import org.joinvoices.site.LegislatorsView.District;
import org.joinvoices.site.LegislatorsView.Office;
import org.joinvoices.site.LegislatorsView.State;

/** Renders who speaks for a place. */
final class LegislatorsPage {

  static final Texts TEXTS = Texts.beside(LegislatorsPage.class);

  /** Language to path. */
  static final Map<String, String> PATHS = Map.of("en", "/legislators", "es", "/es/legislators");

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
   */
  String render(String language, PlaceForm form, Optional<Lookup> lookup) {
    Words words = TEXTS.in(language);
    Map<String, String> languages = new TreeMap<>(PATHS);
    lookup.ifPresent(any -> languages.replaceAll((_, path) -> path + form.query(form.seat())));
    String path = PATHS.getOrDefault(language, "");
    var view =
        new LegislatorsView(
            frames.open(language, words.get("legislators.title"), languages),
            words,
            path,
            form,
            states(form, words),
            districts.firstDay().toString(),
            districts.lastDay().toString(),
            lookup.map(asked -> answer(asked, path, words)));
    return pages.render("site/legislators.jte", view);
  }

  private LegislatorsView.Answer answer(Lookup lookup, String path, Words words) {
    PlaceForm form = lookup.form();
    String language = words.language();
    return new LegislatorsView.Answer(
        Stream.of(Optional.of(form.zip()), districts.cityOf(form.zip()))
            .flatMap(Optional::stream)
            .reduce((zip, city) -> zip + ", " + city)
            .orElseThrow(),
        words.get("legislators.day", words.formats().date(lookup.day())),
        why(lookup.match(), words),
        seats(lookup.match()).stream().map(seat -> office(seat, lookup.day(), words)).toList(),
        DistrictChoice.of(lookup.match(), districts, lookup.day(), language).stream()
            .map(choice -> district(choice, path + form.query(choice.seat().value())))
            .toList(),
        lookup.isRefused(),
        String.join("; ", districts.credits()));
  }

  private Optional<String> why(Match match, Words words) {
    return match instanceof Match.Unmatched unmatched
        ? Optional.of(
            words.get(
                "unmatched." + unmatched.reason().word(),
                words.formats().date(districts.firstDay()),
                words.formats().date(districts.lastDay())))
        : Optional.empty();
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
        .map(holder -> office(label, holder, words))
        .orElseGet(() -> new Office(label, Optional.empty(), "", "", "", false));
  }

  private static Office office(String label, Officeholder holder, Words words) {
    String party = PARTIES.getOrDefault(holder.party(), "");
    return new Office(
        label,
        Optional.of(holder.name()),
        party.isEmpty() ? holder.party() : words.get(party),
        holder.phone(),
        holder.website().matches("https?://.*") ? holder.website() : "",
        holder.provisional());
  }

  private static District district(DistrictChoice choice, String path) {
    return new District(path, choice.towns(), choice.label(), choice.holder());
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

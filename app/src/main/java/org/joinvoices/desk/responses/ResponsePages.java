package org.joinvoices.desk.responses;

import static org.joinvoices.desk.responses.ResponsesController.WORDS;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joinvoices.accountability.Response;
import org.joinvoices.accountability.ResponseStance;
import org.joinvoices.accountability.Responses;
import org.joinvoices.action.Action;
import org.joinvoices.desk.DeskFrame;
import org.joinvoices.desk.responses.ResponsesView.Choice;
import org.joinvoices.platform.web.Formats;
import org.springframework.stereotype.Component;

/** Puts what is on record into words, and the form for more. */
@Component
final class ResponsePages {

  private static final Formats FORMATS = WORDS.formats();

  private final Responses responses;

  ResponsePages(Responses responses) {
    this.responses = responses;
  }

  /**
   * What was tried just now to take something off.
   *
   * @param id of the record; empty text for none
   * @param fault why it was not done; empty text if it was
   */
  record Tried(String id, String reason, String fault) {

    static Tried nothing() {
      return new Tried("", "", "");
    }
  }

  ResponsesView view(DeskFrame desk, Action action, ResponseForm form, String done, Tried tried) {
    return new ResponsesView(
        desk,
        WORDS,
        action.letter().in(WORDS.language()).title(),
        "/desk/actions/" + action.slug(),
        action.path(action.defaultLanguage()) + "/answers",
        FORMATS.zone(action.deadline()),
        responses.list(action.id()).reversed().stream()
            .map(one -> line(one, action, tried))
            .toList(),
        form,
        addressees(action, form),
        languages(action, form),
        demands(action, form),
        done,
        tried.fault());
  }

  private static ResponsesView.Line line(Response one, Action action, Tried tried) {
    String office = one.office(action, WORDS.language());
    String stances =
        one.stances().entrySet().stream()
            .map(ResponsePages::stance)
            .collect(Collectors.joining("; "));
    return new ResponsesView.Line(
        one.id().toString(),
        office.isEmpty() ? one.name(action) : one.name(action) + ", " + office,
        FORMATS.date(one.saidOn()),
        stances,
        one.words(),
        one.withdrawal()
            .map(
                off ->
                    WORDS.get(
                        "responses.withdrawn",
                        FORMATS.date(LocalDate.ofInstant(off.at(), action.deadline().getZone())),
                        off.reason()))
            .orElse(""),
        one.id().toString().equals(tried.id()) ? tried.reason() : "");
  }

  private static String stance(Map.Entry<Integer, ResponseStance> entry) {
    String stance = WORDS.get("responses.stance." + entry.getValue().word());
    return entry.getKey() == Response.WHOLE
        ? WORDS.get("responses.whole.is", stance)
        : WORDS.get("responses.demand.is", entry.getKey(), stance);
  }

  private static List<Choice> addressees(Action action, ResponseForm form) {
    return action.addressees().stream()
        .map(one -> new Choice(one.id(), one.name(), one.id().equals(form.value("addressee"))))
        .toList();
  }

  /** Those of the letter first: there are many. */
  private static List<Choice> languages(Action action, ResponseForm form) {
    return Stream.concat(
            Stream.concat(Stream.of("en"), action.letter().languages().stream()),
            Arrays.stream(Locale.getISOLanguages()))
        .distinct()
        .filter(tag -> tag.length() == 2)
        .map(tag -> new Choice(tag, FORMATS.language(tag), tag.equals(form.value("language"))))
        .toList();
  }

  private static List<ResponsesView.DemandChoice> demands(Action action, ResponseForm form) {
    var whole = demand(Response.WHOLE, WORDS.get("responses.whole"), form);
    var each =
        action.letter().in(WORDS.language()).demands().stream()
            .map(demand -> demand(demand.number(), demand.number() + ". " + demand.text(), form));
    return Stream.concat(each, Stream.of(whole)).toList();
  }

  private static ResponsesView.DemandChoice demand(int number, String label, ResponseForm form) {
    String field = "stance_" + number;
    return new ResponsesView.DemandChoice(
        field,
        label,
        Arrays.stream(ResponseStance.values())
            .map(
                stance ->
                    new Choice(
                        stance.word(),
                        WORDS.get("responses.stance." + stance.word()),
                        stance.word().equals(form.value(field))))
            .toList());
  }
}

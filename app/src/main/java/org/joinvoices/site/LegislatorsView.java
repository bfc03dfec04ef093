package org.joinvoices.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joinvoices.districts.DistrictChoice;
import org.joinvoices.districts.Seat;
import org.joinvoices.districts.Sketch;
import org.joinvoices.platform.web.Frame;
import org.joinvoices.platform.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks for a place on a day, and the form that asks for it.
 *
 * @param path of this page
 * @param embedded whether it stands within a page of another site
 * @param first the first day that can be asked for, {@code YYYY-MM-DD}
 * @param last the last one
 * @param answer empty while nothing was asked, or not understood
 */
public record LegislatorsView(
    Frame frame,
    Words words,
    String path,
    boolean embedded,
    PlaceForm form,
    List<State> states,
    String first,
    String last,
    Optional<Answer> answer) {

  /** One entry of the list of states. */
  public record State(String code, String name) {}

  /** Where a question leads, and what to call it. */
  public record Way(String path, String name) {}

  /**
   * @param place the ZIP code with its town, or the state
   * @param day in words
   * @param why nobody speaks for the place; empty where somebody does
   * @param similar what may have been meant by an unknown ZIP code
   * @param note what is special about the place
   * @param states to choose between, where a ZIP code lies in two
   * @param offices whose seat is certain
   * @param choices districts one of which must be chosen
   * @param sketch map of them, or of the one found
   * @param way where choosing a district leads
   * @param refused whether one was chosen that the place does not lie in
   * @param credits whom the data's licences name
   */
  public record Answer(
      String place,
      String day,
      Optional<String> why,
      List<Way> similar,
      Optional<String> note,
      List<Way> states,
      List<Office> offices,
      List<DistrictChoice> choices,
      Optional<Sketch> sketch,
      Function<Seat, String> way,
      boolean refused,
      String credits) {
    public Answer {
      similar = List.copyOf(similar);
      states = List.copyOf(states);
      offices = List.copyOf(offices);
      choices = List.copyOf(choices);
    }
  }

  /**
   * A seat and who holds it; without a name it is vacant. What is not known is empty text.
   *
   * @param phone Washington, {@code NNN-NNN-NNNN}
   * @param mail the office in Washington
   * @param website an address of http or https
   */
  public record Office(
      String label,
      Optional<String> holder,
      String party,
      String phone,
      String mail,
      String website,
      boolean provisional) {

    /** The address as people read it. */
    public String site() {
      return website.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }
  }

  public LegislatorsView {
    states = List.copyOf(states);
  }

  /** What is wrong with a field, in words. */
  public Optional<String> fault(String field) {
    return Optional.ofNullable(form.faults().get(field)).map(words::get);
  }

  /** For {@code aria-invalid}: absent when all is well. */
  public @Nullable String invalid(String field) {
    return form.faults().containsKey(field) ? "true" : null;
  }

  /** For {@code aria-describedby}: hint and fault. */
  public String describedBy(String field) {
    return field + "-hint" + (form.faults().containsKey(field) ? " " + field + "-fault" : "");
  }
}

package org.joinvoices.authors.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.authors.TypedText;
import org.joinvoices.platform.web.Words;

/**
 * What was typed into the forms of the room, kept as it was typed, and what stands in the way.
 *
 * @param alert key of the text that says why an act was not done; empty text where none failed
 */
public record RoomForm(TypedText name, TypedText reason, String alert) {

  static final RoomForm EMPTY = new RoomForm(TypedText.NONE, TypedText.NONE, "");

  static RoomForm named(TypedText name) {
    return new RoomForm(name, TypedText.NONE, "");
  }

  static RoomForm reasoned(TypedText reason) {
    return new RoomForm(TypedText.NONE, reason, "");
  }

  RoomForm alerted(String key) {
    return new RoomForm(name, reason, key);
  }

  public boolean isRefused() {
    return !alert.isEmpty() || name.fault().isPresent() || reason.fault().isPresent();
  }

  /** Field to message, in the order of the page. */
  public Map<String, String> faults(Words words) {
    var faults = new LinkedHashMap<String, String>();
    nameFault(words).ifPresent(fault -> faults.put("name", fault));
    reasonFault(words).ifPresent(fault -> faults.put("reason", fault));
    return faults;
  }

  public Optional<String> nameFault(Words words) {
    return name.fault().map(fault -> words.get("name.fault." + fault.word()));
  }

  public Optional<String> reasonFault(Words words) {
    return reason.fault().map(fault -> words.get("reason.fault." + fault.word()));
  }

  @Override
  public String toString() {
    return "RoomForm[hidden]";
  }
}

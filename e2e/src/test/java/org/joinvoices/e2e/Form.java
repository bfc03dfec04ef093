package org.joinvoices.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * A form as a browser without scripts holds it: only fields that stand on the page can be filled,
 * and only the button that was pressed is sent.
 */
final class Form {

  private static final String TYPED =
      "input:not([type=submit]):not([type=radio]):not([type=checkbox]), textarea";

  private final Element form;
  private final Map<String, String> values = new LinkedHashMap<>();

  private Form(Element form) {
    this.form = form;
    form.select(TYPED + ", [checked], option[selected]").forEach(this::keepPreset);
  }

  /** The form that holds {@code selector}, for example a field or a button. */
  static Form holding(Page page, String selector) {
    var inside = page.first(selector);
    var form = inside.is("form") ? inside : inside.closest("form");
    if (form == null) {
      throw new AssertionError("no form around " + selector);
    }
    return new Form(form);
  }

  /** Types into the field, chooses among what it offers, or ticks it. */
  Form fill(String field, String value) {
    require(
        """
        input[name=%1$s]:not([type=radio]), textarea[name=%1$s], \
        input[type=radio][name=%1$s][value="%2$s"], select[name=%1$s] option[value="%2$s"]"""
            .formatted(field, value.replaceAll("[^\\w. -]", "")));
    values.put(field, value);
    return this;
  }

  /** Presses the button found by {@code selector} within this form. */
  Form press(String selector) {
    var button = require(selector);
    if (button.hasAttr("name")) {
      values.put(button.attr("name"), button.attr("value"));
    }
    return this;
  }

  /** What the field holds now, or empty text. */
  String value(String field) {
    return values.getOrDefault(field, "");
  }

  URI target() {
    return URI.create(form.hasAttr("action") ? form.absUrl("action") : form.baseUri());
  }

  String encoded() {
    return values.entrySet().stream()
        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private void keepPreset(Element field) {
    var owner = field.is("option") ? field.closest("select") : field;
    if (owner != null && owner.hasAttr("name")) {
      values.put(owner.attr("name"), field.val());
    }
  }

  private Element require(String selector) {
    var element = form.selectFirst(selector);
    if (element == null) {
      throw new AssertionError("the form has no " + selector);
    }
    return element;
  }
}

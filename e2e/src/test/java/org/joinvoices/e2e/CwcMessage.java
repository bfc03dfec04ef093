package org.joinvoices.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.prop.rng.RngProperty;
import com.thaiopensource.xml.sax.ErrorHandlerImpl;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A message of Communicating with Congress as an office's gateway received it.
 *
 * @param xml as posted
 */
record CwcMessage(String xml) {

  /** {@code HOH11} or {@code SOH01}. */
  String office() {
    return text("MemberOffice");
  }

  /** The element's text, line breaks kept; empty when it is not there. */
  String text(String element) {
    var found = document().selectFirst(element);
    return found == null ? "" : found.wholeText();
  }

  /** Holds the message against the grammar of its chamber. */
  void assertValid() {
    var faults = new StringWriter();
    assertThat(isValid(faults)).as(() -> faults + xml).isTrue();
  }

  private boolean isValid(StringWriter faults) {
    var properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandlerImpl(faults));
    RngProperty.CHECK_ID_IDREF.add(properties);
    var driver = new ValidationDriver(properties.toPropertyMap());
    var profile = office().startsWith("H") ? "cwc/house.own.rng" : "cwc/senate.own.rng";
    try {
      var grammar = CwcMessage.class.getResource(profile);
      return driver.loadSchema(new InputSource(String.valueOf(grammar)))
          && driver.validate(new InputSource(new StringReader(xml)));
    } catch (IOException | SAXException e) {
      throw new AssertionError(e);
    }
  }

  private Document document() {
    return Jsoup.parse(xml, Parser.xmlParser());
  }
}

package org.joinvoices.delivery.cwc;

import com.thaiopensource.relaxng.jaxp.XMLSyntaxSchemaFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.joinvoices.delivery.Chamber;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * Checks messages against our own RELAX NG grammar of CWC 2.0 ({@code house.own.rng}, {@code
 * senate.own.rng}; the Senate's is a reconstruction). Compiled once per chamber; safe for threads.
 */
public final class CwcGrammar {

  private static final DOMImplementationLS LOAD_AND_SAVE = loadAndSave();
  private static final CwcGrammar HOUSE = new CwcGrammar("house.own.rng");
  private static final CwcGrammar SENATE = new CwcGrammar("senate.own.rng");

  private final Schema schema;

  /**
   * Those that nobody uses now: making one takes longer than a check, and it learns by checking.
   */
  private final Queue<Checker> idle = new ConcurrentLinkedQueue<>();

  private CwcGrammar(String file) {
    var factory = new XMLSyntaxSchemaFactory();
    // By class path, not by URL: an include cannot be resolved against an address inside a jar.
    factory.setResourceResolver((type, namespace, publicId, systemId, base) -> included(systemId));
    try (InputStream grammar = resource(file)) {
      schema = factory.newSchema(new StreamSource(grammar));
    } catch (SAXException | IOException e) {
      throw new IllegalStateException("cannot read the grammar " + file, e);
    }
  }

  public static CwcGrammar of(Chamber chamber) {
    return switch (chamber) {
      case HOUSE -> HOUSE;
      case SENATE -> SENATE;
    };
  }

  /**
   * What is wrong with a message; empty when it is valid. The texts can echo content of the
   * message: never log or store them.
   */
  public List<String> faults(byte[] xml) {
    Checker checker = Objects.requireNonNullElseGet(idle.poll(), () -> new Checker(schema));
    List<String> faults = checker.check(xml);
    idle.add(checker);
    return faults;
  }

  private static LSInput included(String systemId) {
    LSInput input = LOAD_AND_SAVE.createLSInput();
    input.setSystemId(systemId);
    input.setByteStream(resource(systemId.substring(systemId.lastIndexOf('/') + 1)));
    return input;
  }

  private static DOMImplementationLS loadAndSave() {
    try {
      return (DOMImplementationLS)
          DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JDK lacks DOM Load and Save", e);
    }
  }

  private static InputStream resource(String file) {
    return Objects.requireNonNull(CwcGrammar.class.getResourceAsStream(file), file);
  }

  /** For one thread at a time. */
  private static final class Checker {

    private final Validator validator;
    private final XMLReader reader;

    private Checker(Schema schema) {
      this.validator = schema.newValidator();
      this.reader = reader();
    }

    /** Both gateways refuse a document type, and so do we. */
    private static XMLReader reader() {
      try {
        var factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newSAXParser().getXMLReader();
      } catch (SAXException | ParserConfigurationException e) {
        throw new IllegalStateException("no parser that refuses document types", e);
      }
    }

    private List<String> check(byte[] xml) {
      var faults = new Faults();
      try {
        validator.setErrorHandler(faults);
        validator.validate(new SAXSource(reader, new InputSource(new ByteArrayInputStream(xml))));
      } catch (SAXException e) {
        faults.add(e);
      } catch (IOException e) {
        throw new IllegalStateException("cannot read from memory", e);
      }
      return faults.texts;
    }
  }

  private static final class Faults implements ErrorHandler {

    private final List<String> texts = new ArrayList<>();

    private void add(SAXException fault) {
      String text = String.valueOf(fault.getMessage());
      if (!texts.contains(text)) {
        texts.add(text);
      }
    }

    @Override
    public void warning(SAXParseException fault) {}

    @Override
    public void error(SAXParseException fault) {
      add(fault);
    }

    @Override
    public void fatalError(SAXParseException fault) {
      add(fault);
    }
  }
}

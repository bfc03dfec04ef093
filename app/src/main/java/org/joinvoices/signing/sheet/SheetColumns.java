package org.joinvoices.signing.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which column of a file is which field of the form. */
final class SheetColumns {

  /** Fields in the order of the form, each with names of columns that can mean nothing else. */
  private static final Map<String, Set<String>> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("prefix", Set.of("title", "titulo", "tratamiento"));
    NAMES.put("given_name", Set.of("firstname", "first", "forename", "nombre", "nombres"));
    NAMES.put("family_name", Set.of("lastname", "last", "surname", "apellido", "apellidos"));
    NAMES.put("email", Set.of("emailaddress", "mail", "correo", "correoelectronico"));
    NAMES.put(
        "address_line",
        Set.of("address", "addressline1", "street", "streetaddress", "direccion", "calle"));
    NAMES.put("address_line2", Set.of("apartment", "apt", "unit", "apartamento"));
    NAMES.put("locality", Set.of("city", "town", "ciudad", "localidad"));
    NAMES.put("region", Set.of("state", "estado"));
    NAMES.put("postal_code", Set.of("zip", "zipcode", "codigopostal"));
    NAMES.put("country", Set.of("pais"));
    NAMES.put("consent_letter", Set.of("letter", "carta"));
    NAMES.put("consent_deliver", Set.of("send", "messages", "enviar", "mensajes"));
  }

  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

  private final Map<Integer, String> fields;
  private final List<String> unread;

  private SheetColumns(Map<Integer, String> fields, List<String> unread) {
    this.fields = Map.copyOf(fields);
    this.unread = List.copyOf(unread);
  }

  /**
   * @param header first row of the file
   * @param given names of columns by field, as the one who imports says
   */
  static SheetColumns of(List<String> header, Map<String, String> given) throws BadSheetFile {
    Map<Integer, String> fields = new HashMap<>();
    for (var entry : given.entrySet()) {
      fields.put(named(header, entry.getKey(), entry.getValue()), entry.getKey());
    }
    List<String> unread = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String field = field(header.get(i));
      boolean free = !fields.containsKey(i) && !given.containsKey(field);
      if (free && !field.isEmpty()) {
        if (fields.containsValue(field)) {
          throw new BadSheetFile(
              "two columns look like %s. Say which one is: --map %s=\"NAME OF THE COLUMN\"."
                  .formatted(field, field));
        }
        fields.put(i, field);
      } else if (!fields.containsKey(i)
          && !header.get(i).isBlank()
          && !header.get(i).strip().equals(FaultsCsv.FAULT)) {
        unread.add(header.get(i).strip());
      }
    }
    if (!fields.containsValue("family_name")) {
      throw new BadSheetFile(
          "no column for last names. Its first line must name its columns, such as first name,"
              + " last name, email, address, city, state, zip, consent_deliver; or say which one"
              + " it is: --map family_name=\"NAME OF THE COLUMN\".");
    }
    return new SheetColumns(fields, unread);
  }

  private static int named(List<String> header, String field, String column) throws BadSheetFile {
    if (!NAMES.containsKey(field)) {
      throw new BadSheetFile(
          "--map knows no field %s; there are %s."
              .formatted(field, String.join(", ", NAMES.keySet())));
    }
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).strip().equalsIgnoreCase(column.strip())) {
        return i;
      }
    }
    throw new BadSheetFile(
        "--map %s names a column that is not there. The file has: %s."
            .formatted(field, String.join(", ", header)));
  }

  /** The field that a column of this name holds; empty text if none. */
  private static String field(String column) {
    String plain =
        NEITHER_LETTER_NOR_DIGIT
            .matcher(Normalizer.normalize(column, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    return NAMES.entrySet().stream()
        .filter(
            known ->
                known.getKey().replace("_", "").equals(plain) || known.getValue().contains(plain))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** What is typed in a row, by field; a row that ends early has nothing in its last columns. */
  Map<String, String> typed(List<String> row) {
    Map<String, String> typed = new HashMap<>();
    fields.forEach((at, field) -> typed.put(field, at < row.size() ? row.get(at) : ""));
    return typed;
  }

  /** Columns that nothing is read of. */
  List<String> unread() {
    return unread;
  }
}

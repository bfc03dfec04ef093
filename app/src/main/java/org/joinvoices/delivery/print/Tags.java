package org.joinvoices.delivery.print;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The structure of a document by which screen readers find their way (ISO 32000-1, 14.7), as PDF/UA
 * (ISO 14289-1) wants it.
 */
final class Tags {

  private static final COSName STRUCT_ELEM = COSName.getPDFName("StructElem");
  private static final COSName MCR = COSName.getPDFName("MCR");

  private final COSDictionary root = new COSDictionary();
  private final Deque<COSDictionary> open = new ArrayDeque<>();

  /** By page: the element of each piece of marked content. */
  private final List<COSArray> parents = new ArrayList<>();

  Tags() {
    root.setItem(COSName.TYPE, COSName.STRUCT_TREE_ROOT);
    open.push(root);
    begin("Document");
  }

  void begin(String role) {
    var element = new COSDictionary();
    element.setItem(COSName.TYPE, STRUCT_ELEM);
    element.setItem(COSName.S, COSName.getPDFName(role));
    element.setItem(COSName.P, current());
    kids(current()).add(element);
    open.push(element);
  }

  void end() {
    open.pop();
  }

  /** Of the element that is open. */
  void language(String language) {
    current().setString(COSName.LANG, language);
  }

  /**
   * Of the element that is open.
   *
   * @param owner such as {@code Table}
   */
  void attribute(String owner, String name, String value) {
    var attributes = new COSDictionary();
    attributes.setName(COSName.O, owner);
    attributes.setName(name, value);
    current().setItem(COSName.A, attributes);
  }

  COSDictionary current() {
    return Objects.requireNonNull(open.peek());
  }

  /** Tells the number by which the content that follows on the page belongs to the open element. */
  int mark(PDPage page) {
    COSArray marked = parents.getLast();
    int number = marked.size();
    var reference = new COSDictionary();
    reference.setItem(COSName.TYPE, MCR);
    reference.setItem(COSName.PG, page.getCOSObject());
    reference.setInt(COSName.MCID, number);
    kids(current()).add(reference);
    marked.add(current());
    return number;
  }

  void page(PDPage page) {
    page.setStructParents(parents.size());
    parents.add(new COSArray());
  }

  COSDictionary finish() {
    var numbers = new COSArray();
    for (int page = 0; page < parents.size(); page++) {
      numbers.add(COSInteger.get(page));
      numbers.add(parents.get(page));
    }
    var tree = new COSDictionary();
    tree.setItem(COSName.NUMS, numbers);
    root.setItem(COSName.PARENT_TREE, tree);
    root.setInt(COSName.PARENT_TREE_NEXT_KEY, parents.size());
    return root;
  }

  private static COSArray kids(COSDictionary element) {
    COSArray kids = element.getCOSArray(COSName.K);
    if (kids == null) {
      kids = new COSArray();
      element.setItem(COSName.K, kids);
    }
    return kids;
  }
}

package org.joinvoices.action;

import java.util.Set;

/**
 * The policy areas of the Library of Congress, which CWC 2.0 calls {@code LibraryOfCongressTopic}:
 * the 32 that the House's grammar lists.
 */
final class PolicyAreas {

  private static final Set<String> ALL =
      Set.of(
          "Agriculture and Food",
          "Animals",
          "Armed Forces and National Security",
          "Arts, Culture, Religion",
          "Civil Rights and Liberties, Minority Issues",
          "Commerce",
          "Congress",
          "Crime and Law Enforcement",
          "Economics and Public Finance",
          "Education",
          "Emergency Management",
          "Energy",
          "Environmental Protection",
          "Families",
          "Finance and Financial Sector",
          "Foreign Trade and International Finance",
          "Government Operations and Politics",
          "Health",
          "Housing and Community Development",
          "Immigration",
          "International Affairs",
          "Labor and Employment",
          "Law",
          "Native Americans",
          "Public Lands and Natural Resources",
          "Science, Technology, Communications",
          "Social Sciences and History",
          "Social Welfare",
          "Sports and Recreation",
          "Taxation",
          "Transportation and Public Works",
          "Water Resources Development");

  private PolicyAreas() {}

  static void check(FileFaults faults, int line, String what, String text) {
    if (!ALL.contains(text)) {
      faults.at(
          line,
          "unknown topic " + Change.shortened(text),
          "Offices accept the policy areas of the Library of Congress: docs/publishing.md has all.");
    }
  }
}

package iq.sendy.apidocs.web;

import java.util.List;

/** An event that subscribers are told. */
record EventPage(String type, String description, List<SchemaField> fields) {}

package iq.sendy.agent;

import iq.sendy.llm.ChatTool;
import java.util.List;

/**
 * Definitions of the agent's tools, as a model reads them. No schema has a field for a store, a phone, a customer, a price, a
 * discount, a currency, an address of the web or a status: those come from the job and from the database.
 */
final class ToolDefinitions {

    static final String SEARCH_PRODUCTS = "search_products";
    static final String GET_PRODUCT = "get_product";
    static final String GET_ORDER_STATUS = "get_order_status";
    static final String GET_STORE_INFO = "get_store_info";
    static final String QUOTE_CART = "quote_cart";
    static final String HANDOFF_TO_STAFF = "handoff_to_staff";

    static final int MOST_FOUND = 5;
    static final int MOST_LINES = 20;
    static final int MOST_PIECES = 50;
    static final int LONGEST_QUERY = 200;
    static final int LONGEST_SUMMARY = 300;
    static final int LONGEST_SKU = 100;
    static final int LONGEST_REFERENCE = 40;
    static final int LONGEST_PLACE = 100;

    static final List<ChatTool> ALL = List.of(
            new ChatTool(
                    SEARCH_PRODUCTS,
                    "Finds products of the shop by words of their name, in any language and spelling. Answers sku, name,"
                            + " price and whether each is in stock. Use it before you name any product or price.",
                    """
                    {"type":"object","additionalProperties":false,"required":["query"],"properties":{
                      "query":{"type":"string","minLength":1,"maxLength":200,
                        "description":"What the customer looks for, as they call it"},
                      "limit":{"type":"integer","minimum":1,"maximum":5}}}"""),
            new ChatTool(
                    GET_PRODUCT,
                    "Tells one product by the sku that search_products answered, with its description and its page.",
                    """
                    {"type":"object","additionalProperties":false,"required":["sku"],"properties":{
                      "sku":{"type":"string","minLength":1,"maxLength":100}}}"""),
            new ChatTool(
                    GET_ORDER_STATUS,
                    "Tells where an order of this customer is. Without a reference it is the newest one.",
                    """
                    {"type":"object","additionalProperties":false,"properties":{
                      "orderRef":{"type":"string","maxLength":40,
                        "description":"As the customer wrote it, such as SN-7K3F-9QXM or 1042"}}}"""),
            new ChatTool(
                    GET_STORE_INFO,
                    "Tells what the shop says about itself. For delivery, name the province to hear its fee, and words of"
                            + " the area to hear the ids of areas that quote_cart needs.",
                    """
                    {"type":"object","additionalProperties":false,"required":["topic"],"properties":{
                      "topic":{"type":"string","enum":["about","hours","delivery","payment","returns","faq"]},
                      "provinceCode":{"type":"string","maxLength":100,
                        "description":"Code of an Iraqi province, or its name, such as BG or بغداد"},
                      "area":{"type":"string","maxLength":100,
                        "description":"Words of the name of an area of that province"}}}"""),
            new ChatTool(
                    QUOTE_CART,
                    "Works out an order, holds its goods for some minutes and shows the customer what it comes to, with a"
                            + " button to confirm it. Only the customer's tap places the order: never say that it is placed."
                            + " Ask for what is missing before you call it.",
                    """
                    {"type":"object","additionalProperties":false,
                      "required":["items","provinceCode","areaId","recipientName","address"],"properties":{
                      "items":{"type":"array","minItems":1,"maxItems":20,"items":{
                        "type":"object","additionalProperties":false,"required":["sku","quantity"],"properties":{
                          "sku":{"type":"string","minLength":1,"maxLength":100},
                          "quantity":{"type":"integer","minimum":1,"maximum":50}}}},
                      "provinceCode":{"type":"string","maxLength":100},
                      "areaId":{"type":"string","maxLength":100,
                        "description":"The id that get_store_info answered, or the name of the area"},
                      "recipientName":{"type":"string","minLength":1,"maxLength":200},
                      "address":{"type":"string","minLength":1,"maxLength":500,
                        "description":"Street and landmark, as the customer wrote it"}}}"""),
            new ChatTool(
                    HANDOFF_TO_STAFF,
                    "Gives the conversation to the shop's people. Use it when the customer asks for a person, complains, or"
                            + " wants what no other tool does.",
                    """
                    {"type":"object","additionalProperties":false,"required":["reason","summary"],"properties":{
                      "reason":{"type":"string",
                        "enum":["asked_for_person","complaint","refund","legal","abuse","self_harm","cannot_help"]},
                      "summary":{"type":"string","maxLength":300,
                        "description":"What they need, for the staff"}}}"""));

    private ToolDefinitions() {}
}

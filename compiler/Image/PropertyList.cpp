//===- PropertyList.cpp - Property lists in XML ----------------------------===//

#include "Image/PropertyList.h"
#include "Support/Error.h"

#include "llvm/ADT/StringExtras.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <climits>
#include <memory>

using namespace llvm;

namespace w2n {

namespace {
struct FreeXML {
  void operator()(xmlParserCtxt *Context) const { xmlFreeParserCtxt(Context); }
  void operator()(xmlDoc *Document) const { xmlFreeDoc(Document); }
};
using XMLContext = std::unique_ptr<xmlParserCtxt, FreeXML>;
using XMLDocument = std::unique_ptr<xmlDoc, FreeXML>;

struct XMLProblem {
  long Line = 0;
  std::string Message;
};
} // namespace

static Error errorAtLine(long Line, const Twine &Message) {
  Place Where;
  Where.Line = static_cast<unsigned>(std::max(Line, 0L));
  Where.Column = Where.Line ? 1 : 0;
  return inputError(Message, std::move(Where));
}

static Error errorAt(const xmlNode *Node, const Twine &Message) {
  return errorAtLine(xmlGetLineNo(Node), Message);
}

static StringRef asText(const xmlChar *Text) {
  return Text ? StringRef(reinterpret_cast<const char *>(Text)) : StringRef();
}

static StringRef elementName(const xmlNode *Node) { return asText(Node->name); }

/// The elements in Parent, with nothing between them but space and comments.
static Expected<SmallVector<const xmlNode *>> childElements(const xmlNode *Parent) {
  SmallVector<const xmlNode *> Result;
  for (const xmlNode *Node = Parent->children; Node; Node = Node->next) {
    if (Node->type == XML_ELEMENT_NODE)
      Result.push_back(Node);
    else if (Node->type != XML_COMMENT_NODE &&
             (Node->type != XML_TEXT_NODE || !asText(Node->content).trim().empty()))
      return errorAt(Node, "in <" + elementName(Parent) + "> there is more than elements");
  }
  return Result;
}

/// The text in Parent, in which there are no elements. The references that XML itself defines
/// are text already.
static Expected<std::string> textOf(const xmlNode *Parent) {
  std::string Result;
  for (const xmlNode *Node = Parent->children; Node; Node = Node->next) {
    if (Node->type == XML_TEXT_NODE || Node->type == XML_CDATA_SECTION_NODE)
      Result += asText(Node->content);
    else if (Node->type != XML_COMMENT_NODE)
      return errorAt(Node, "in <" + elementName(Parent) + "> there is more than text");
  }
  return Result;
}

static Expected<json::Object> readDictionary(const xmlNode *Node);

static Expected<json::Value> readArray(const xmlNode *Node);

static Expected<json::Value> readInteger(const xmlNode *Node) {
  auto Text = textOf(Node);
  if (!Text)
    return Text.takeError();
  int64_t Value;
  StringRef Digits = StringRef(*Text).trim();
  if (!Digits.consume_front("+") ? !to_integer(Digits, Value) : !to_integer(Digits, Value, 10))
    return errorAt(Node, "'" + StringRef(*Text) + "' is not an integer of 64 bits");
  return Value;
}

/// A value; its depth is limited by the parser.
static Expected<json::Value> readValue(const xmlNode *Node) {
  const StringRef Name = elementName(Node);
  if (Name == "true" || Name == "false") {
    if (Node->children)
      return errorAt(Node, "<" + Name + "> is not empty");
    return Name == "true";
  }
  if (Name == "string") {
    auto Text = textOf(Node);
    if (!Text)
      return Text.takeError();
    return std::move(*Text);
  }
  if (Name == "integer")
    return readInteger(Node);
  if (Name == "array")
    return readArray(Node);
  if (Name == "dict") {
    auto Dictionary = readDictionary(Node);
    if (!Dictionary)
      return Dictionary.takeError();
    return std::move(*Dictionary);
  }
  if (Name == "real" || Name == "date" || Name == "data")
    return errorAt(Node, "a value of type <" + Name + "> cannot be an entitlement");
  return errorAt(Node, "<" + Name + "> is no value of a property list");
}

static Expected<json::Value> readArray(const xmlNode *Node) {
  auto Elements = childElements(Node);
  if (!Elements)
    return Elements.takeError();
  json::Array Result;
  for (const xmlNode *Element : *Elements) {
    auto Value = readValue(Element);
    if (!Value)
      return Value.takeError();
    Result.push_back(std::move(*Value));
  }
  return std::move(Result);
}

static Expected<json::Object> readDictionary(const xmlNode *Node) {
  auto Elements = childElements(Node);
  if (!Elements)
    return Elements.takeError();
  json::Object Result;
  for (size_t I = 0; I < Elements->size(); I += 2) {
    const xmlNode *const KeyNode = (*Elements)[I];
    if (elementName(KeyNode) != "key")
      return errorAt(KeyNode, "<" + elementName(KeyNode) + "> has no <key>");
    auto Key = textOf(KeyNode);
    if (!Key)
      return Key.takeError();
    if (I + 1 == Elements->size() || elementName((*Elements)[I + 1]) == "key")
      return errorAt(KeyNode, "the key '" + StringRef(*Key) + "' has no value");
    auto Value = readValue((*Elements)[I + 1]);
    if (!Value)
      return Value.takeError();
    if (!Result.try_emplace(*Key, std::move(*Value)).second)
      return errorAt(KeyNode, "the key '" + StringRef(*Key) + "' is there twice");
  }
  return Result;
}

/// Keeps the first problem of a parser, whose later ones mostly follow from it. (What points to the
/// problem is const in newer versions of libxml2.)
template <typename XMLErrorT> static void keepFirst(void *Parser, XMLErrorT Problem) {
  auto &First = *static_cast<XMLProblem *>(static_cast<xmlParserCtxt *>(Parser)->_private);
  if (First.Message.empty() && Problem->message && Problem->level >= XML_ERR_ERROR)
    First = {Problem->line, StringRef(Problem->message).trim().str()};
}

/// Parses without loading anything that the text refers to.
static Expected<XMLDocument> parseXML(StringRef Text) {
  const XMLContext Context(xmlNewParserCtxt());
  if (!Context)
    report_bad_alloc_error("cannot parse XML");
  XMLProblem Problem;
  Context->_private = &Problem;
  Context->sax->serror = keepFirst;
  XMLDocument Document(xmlCtxtReadMemory(Context.get(), Text.data(), static_cast<int>(Text.size()),
                                         /*URL=*/nullptr, /*encoding=*/nullptr, XML_PARSE_NONET));
  if (!Document)
    return errorAtLine(Problem.Line,
                       "not a property list in XML: " +
                           (Problem.Message.empty() ? "it is empty" : Problem.Message));
  return Document;
}

Expected<json::Object> parsePropertyList(StringRef Text) {
  if (Text.starts_with("bplist"))
    return inputError("this is a binary property list; 'plutil -convert xml1' makes it XML");
  if (Text.contains('\0') || !json::isUTF8(Text))
    return inputError("a property list in XML has to be in UTF-8");
  if (Text.size() > INT_MAX)
    return inputError("the property list is too large");
  auto Document = parseXML(Text);
  if (!Document)
    return Document.takeError();
  const StringRef Encoding = asText((*Document)->encoding);
  if (!Encoding.empty() && !Encoding.equals_insensitive("utf-8"))
    return errorAtLine(1, "a property list in XML has to be in UTF-8, not in " + Encoding);
  const xmlNode *const Root = xmlDocGetRootElement(Document->get());
  if (elementName(Root) != "plist")
    return errorAt(Root, "not a property list: its root is <" + elementName(Root) + ">");
  auto Elements = childElements(Root);
  if (!Elements)
    return Elements.takeError();
  if (Elements->size() != 1 || elementName(Elements->front()) != "dict")
    return errorAt(Root, "the property list is not one <dict>");
  return readDictionary(Elements->front());
}

} // namespace w2n

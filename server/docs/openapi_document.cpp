// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/docs/openapi_document.h"

#include "shared/core/version.h"
#include "shared/protocol/identity.h"
#include "shared/protocol/incoming_webhook.h"
#include "shared/protocol/scheduled_message.h"
#include "shared/protocol/webhook.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace plexi::docs {

using http::Access;
using http::jsonAnswer;
using http::Method;
using http::Operation;
using http::Route;
using http::Tag;
using protocol::Schema;

namespace {

struct TagText {
    Tag tag;
    QLatin1StringView name;
    QLatin1StringView description;
};

constexpr std::array kTags{
    TagText{Tag::Authentication, "Authentication"_L1, "Signing in, sessions, second factors, passkeys and API keys"_L1},
    TagText{Tag::Users, "Users"_L1, "People and their profiles"_L1},
    TagText{Tag::Channels, "Channels"_L1, "Where people talk, and who is there"_L1},
    TagText{Tag::Messages, "Messages"_L1, "What they say"_L1},
    TagText{Tag::Files, "Files"_L1, "What they attach"_L1},
    TagText{Tag::Ai, "AI"_L1, "The assistant and search by meaning"_L1},
    TagText{Tag::Administration, "Administration"_L1, "For those who run the server"_L1},
    TagText{Tag::System, "System"_L1, "The server itself"_L1},
};

constexpr auto kIntroduction =
    R"(The API of PlexiChat. Sign in with `POST /api/v1/auth/login` and send the `access_token` as
`Authorization: Bearer TOKEN`, or make an API key and send it as `X-API-Key`. Errors come in one envelope; each answer has an
`X-Request-ID`, and each under `/api/v1` the `X-RateLimit-*` headers. Events come over the WebSocket at `/ws`.)"_L1;

QLatin1StringView tagName(Tag tag)
{
    const auto *const found = std::ranges::find(kTags, tag, &TagText::tag);
    return found == kTags.end() ? QLatin1StringView() : found->name;
}

/** What a part of a path in braces stands for. */
struct PathParameter {
    QLatin1StringView name;
    Schema (*schema)();
    QLatin1StringView description;
};

Schema anyText()
{
    return Schema::string({.min = 1, .max = Schema::kUnbounded});
}

const std::array kPathParameters{
    PathParameter{"channel_id"_L1, [] { return anyText().example("general"_L1); }, "A channel's id or slug"_L1},
    PathParameter{"message_id"_L1, Schema::id<MessageId>, "A message's id"_L1},
    PathParameter{"emoji"_L1, [] { return anyText().example(QStringLiteral("👍")); },
                  "One emoji, or a name such as :tada:"_L1},
    PathParameter{"user_id"_L1, Schema::id<UserId>, "A person's id"_L1},
    PathParameter{"bot_id"_L1, Schema::id<UserId>, "A bot's id, as that of any user"_L1},
    PathParameter{"key_id"_L1, Schema::id<ApiKeyId>, "An API key's id"_L1},
    PathParameter{"hook_id"_L1, Schema::id<IncomingWebhookId>, "An incoming webhook's id"_L1},
    PathParameter{"hook_token"_L1, anyText, "The secret part of a webhook's address"_L1},
    PathParameter{"webhook_id"_L1, Schema::id<WebhookId>, "A webhook's id"_L1},
    PathParameter{"delivery_id"_L1, Schema::id<DeliveryId>, "A delivery's id"_L1},
    PathParameter{"passkey_id"_L1, Schema::id<PasskeyId>, "A passkey's id"_L1},
    PathParameter{"provider"_L1, anyText, "An OpenID provider's name, as the configuration has it"_L1},
    PathParameter{"identity_id"_L1, Schema::id<IdentityId>, "An identity's id"_L1},
    PathParameter{"session_id"_L1, Schema::id<SessionId>, "A session's id"_L1},
    PathParameter{"code"_L1, anyText, "An invitation's code"_L1},
    PathParameter{"file_id"_L1, Schema::id<FileId>, "A file's id"_L1},
    PathParameter{"scheduled_id"_L1, Schema::id<ScheduledId>, "A scheduled message's id"_L1},
    PathParameter{"emoji_name"_L1, [] { return anyText().example("party_parrot"_L1); },
                  "An emoji's name, without colons"_L1},
    PathParameter{"upload_id"_L1, Schema::id<UploadId>, "A resumable upload's id"_L1},
    PathParameter{"filename"_L1, anyText, "The file's name; it decides nothing"_L1},
    PathParameter{"version"_L1, anyText, "The pages' version, as they name it"_L1},
    PathParameter{"asset"_L1, anyText, "A file of the pages"_L1},
};

QLatin1StringView phrase(int status)
{
    switch (status) {
    case 200:
        return "Done"_L1;
    case 201:
        return "Made"_L1;
    case 202:
        return "Begun"_L1;
    case 204:
        return "Done, and there is nothing to say"_L1;
    case 304:
        return "It is still what If-None-Match names"_L1;
    case 400:
        return "The address or the body is malformed"_L1;
    case 401:
        return "No credential, or none that is good"_L1;
    case 403:
        return "The caller may not do this"_L1;
    case 404:
        return "There is no such thing, or the caller may not see it"_L1;
    case 409:
        return "It does not fit what is there"_L1;
    case 410:
        return "It is over"_L1;
    case 412:
        return "The protocol's version is not known here"_L1;
    case 413:
        return "The body is too long"_L1;
    case 415:
        return "The body is of another type"_L1;
    case 416:
        return "The file does not reach that far"_L1;
    case 422:
        return "A field or parameter is not what it must be"_L1;
    case 429:
        return "Too many requests"_L1;
    case 460:
        return "The checksum is another; nothing was kept"_L1;
    case 503:
        return "Not now, or not on this server"_L1;
    default:
        return "Refused"_L1;
    }
}

/** The error envelope of the reference. */
Schema errorSchema()
{
    const Schema fault = Schema::object("FieldFault"_L1)
                             .with("field"_L1, Schema::string().about("Dotted path"_L1))
                             .with("reason"_L1, Schema::string());
    const Schema details = Schema::object("ErrorDetails"_L1)
                               .open()
                               .with("field"_L1, Schema::string().sometimes().about("The first faulty field"_L1))
                               .with("reason"_L1, Schema::string().sometimes())
                               .with("errors"_L1,
                                     Schema::array(fault, {.min = 2, .max = Schema::kUnbounded})
                                         .sometimes()
                                         .about("All faults, where there are several"_L1));
    const Schema error = Schema::object()
                             .with("code"_L1, Schema::string().example("VALIDATION_ERROR"_L1))
                             .with("message"_L1, Schema::string())
                             .with("details"_L1, details)
                             .with("request_id"_L1, Schema::string())
                             .with("timestamp"_L1, Schema::timestamp())
                             .with("retry_after"_L1, Schema::integer().sometimes().about("Seconds"_L1));
    return Schema::object("Error"_L1).with("error"_L1, error);
}

/** Puts nouns under `components`, and references in their place. */
class Components
{
public:
    QJsonObject json(const Schema &schema) { return hoisted(schema.json()); }
    const QJsonObject &schemas() const { return m_schemas; }

private:
    QJsonObject hoisted(QJsonObject schema)
    {
        if (schema.contains("items"_L1))
            schema.insert("items"_L1, hoisted(schema.value("items"_L1).toObject()));
        if (schema.contains("anyOf"_L1)) {
            QJsonArray forms;
            for (const auto &form : schema.value("anyOf"_L1).toArray())
                forms.append(hoisted(form.toObject()));
            schema.insert("anyOf"_L1, forms);
        }
        if (schema.contains("properties"_L1)) {
            QJsonObject properties = schema.value("properties"_L1).toObject();
            for (auto field = properties.begin(); field != properties.end(); ++field)
                field.value() = hoisted(field.value().toObject());
            schema.insert("properties"_L1, properties);
        }
        const QString title = schema.value("title"_L1).toString();
        if (title.isEmpty())
            return schema;
        Q_ASSERT_X(!m_schemas.contains(title) || m_schemas.value(title) == schema, "openApiDocument",
                   "two schemas have one name");
        m_schemas.insert(title, schema);
        return {{"$ref"_L1, "#/components/schemas/"_L1 + title}};
    }

    QJsonObject m_schemas;
};

QJsonArray securityOf(const Route &route)
{
    if (route.access == Access::Public)
        return {};
    QJsonArray ways{QJsonObject{{"bearer"_L1, QJsonArray()}}, QJsonObject{{"session"_L1, QJsonArray()}}};
    if (!route.sudo && !route.sessionOnly)
        ways.append(QJsonObject{{"apiKey"_L1, QJsonArray()}});
    return ways;
}

QJsonObject securitySchemes()
{
    const QJsonObject bearer{{"type"_L1, "http"_L1},
                             {"scheme"_L1, "bearer"_L1},
                             {"bearerFormat"_L1, "JWT"_L1},
                             {"description"_L1, "The access_token of a sign-in"_L1}};
    const QJsonObject key{{"type"_L1, "apiKey"_L1}, {"in"_L1, "header"_L1}, {"name"_L1, "X-API-Key"_L1}};
    const QJsonObject session{{"type"_L1, "apiKey"_L1},
                              {"in"_L1, "cookie"_L1},
                              {"name"_L1, "plexichat_session"_L1},
                              {"description"_L1, "Set by every sign-in; a change needs the server's own Origin"_L1}};
    return {{"bearer"_L1, bearer}, {"apiKey"_L1, key}, {"session"_L1, session}};
}

QJsonArray parametersOf(const Route &route, Components &components)
{
    QJsonArray parameters;
    for (const QString &name : pathParametersOf(route.pattern)) {
        QJsonObject parameter{{"name"_L1, name}, {"in"_L1, "path"_L1}, {"required"_L1, true}};
        const auto *const known = std::ranges::find(kPathParameters, name, &PathParameter::name);
        if (known != kPathParameters.end()) {
            parameter.insert("description"_L1, known->description);
            parameter.insert("schema"_L1, components.json(known->schema()));
        }
        parameters.append(parameter);
    }
    for (const http::QueryParameter &query : route.operation.query) {
        QJsonObject parameter{{"name"_L1, query.name},
                              {"in"_L1, "query"_L1},
                              {"description"_L1, query.description},
                              {"schema"_L1, components.json(query.schema)}};
        if (query.isRequired)
            parameter.insert("required"_L1, true);
        parameters.append(parameter);
    }
    return parameters;
}

QJsonObject bodyOf(const Operation &operation, Components &components)
{
    QJsonObject content;
    for (const http::BodyForm &form : operation.body)
        content.insert(form.contentType, QJsonObject{{"schema"_L1, components.json(form.schema)}});
    return {{"required"_L1, true}, {"content"_L1, content}};
}

QJsonObject contentOf(QLatin1StringView type, const QJsonObject &schema)
{
    return {{type, QJsonObject{{"schema"_L1, schema}}}};
}

QString referenceTo(const QString &response)
{
    return "#/components/responses/"_L1 + response;
}

/** The refusals that many operations share, by name. */
QJsonObject errorResponses(Components &components)
{
    const QJsonObject envelope = contentOf("application/json"_L1, components.json(errorSchema()));
    QJsonObject responses{
        {"Default"_L1, QJsonObject{{"description"_L1, "Any other refusal"_L1}, {"content"_L1, envelope}}}};
    for (const int status : {400, 401, 403, 404, 409, 410, 412, 413, 415, 416, 422, 429, 460, 503}) {
        responses.insert(u"Error%1"_s.arg(status),
                         QJsonObject{{"description"_L1, phrase(status)}, {"content"_L1, envelope}});
    }
    return responses;
}

/** Adds what @p answer is to what is there of that status: another type, or another schema of the same. */
void addAnswer(QJsonObject &answers, const http::Answer &answer, Components &components)
{
    const QString key = QString::number(answer.status);
    QJsonObject object = answers.value(key).toObject();
    if (!object.contains("description"_L1))
        object.insert("description"_L1, answer.description.isEmpty() ? phrase(answer.status) : answer.description);
    if (answer.schema) {
        QJsonObject content = object.value("content"_L1).toObject();
        const QJsonObject known = content.value(answer.contentType).toObject().value("schema"_L1).toObject();
        QJsonObject schema = components.json(*answer.schema);
        if (!known.isEmpty() && known != schema)
            schema = {{"anyOf"_L1, QJsonArray{known, schema}}};
        content.insert(answer.contentType, QJsonObject{{"schema"_L1, schema}});
        object.insert("content"_L1, content);
    }
    answers.insert(key, object);
}

QJsonObject answersOf(const Route &route, Components &components)
{
    QJsonObject answers{{"default"_L1, QJsonObject{{"$ref"_L1, referenceTo(u"Default"_s)}}}};
    for (const http::Answer &answer : route.operation.answers)
        addAnswer(answers, answer, components);
    QJsonObject errors;
    for (const ErrorCode code : errorsOf(route)) {
        const int status = http::httpStatus(code);
        const QString key = QString::number(status);
        if (answers.contains(key))
            addAnswer(answers, jsonAnswer(errorSchema(), status), components);
        else
            errors.insert(key, QJsonObject{{"$ref"_L1, referenceTo(u"Error"_s + key)}});
    }
    for (auto error = errors.constBegin(); error != errors.constEnd(); ++error)
        answers.insert(error.key(), error.value());
    return answers;
}

QString descriptionOf(const Route &route)
{
    QStringList sentences;
    if (!route.permission.isEmpty())
        sentences.append(u"Needs the permission `%1`."_s.arg(route.permission));
    if (route.sudo) {
        sentences.append(u"Needs a sign-in, or `POST /api/v1/auth/reauthenticate`, within the last 15 minutes; "
                         "API keys cannot do this."_s);
    } else if (route.sessionOnly) {
        sentences.append(u"API keys cannot do this."_s);
    } else if (route.changes && route.access == Access::Authenticated) {
        sentences.append(u"An API key needs the scope `write`."_s);
    }
    return sentences.join(u' ');
}

QJsonObject operationOf(const Route &route, Components &components)
{
    const Operation &operation = route.operation;
    QJsonObject object{{"operationId"_L1, operation.id},
                       {"tags"_L1, QJsonArray{tagName(operation.tag)}},
                       {"summary"_L1, route.summary},
                       {"security"_L1, securityOf(route)},
                       {"responses"_L1, answersOf(route, components)}};
    if (const QString description = descriptionOf(route); !description.isEmpty())
        object.insert("description"_L1, description);
    if (const QJsonArray parameters = parametersOf(route, components); !parameters.isEmpty())
        object.insert("parameters"_L1, parameters);
    if (!operation.body.empty())
        object.insert("requestBody"_L1, bodyOf(operation, components));
    return object;
}

/** Those that have a route. */
QJsonArray tagsOf(const std::vector<Route> &routes)
{
    QJsonArray tags;
    for (const TagText &tag : kTags) {
        if (std::ranges::any_of(routes, [&](const Route &route) { return route.operation.tag == tag.tag; }))
            tags.append(QJsonObject{{"name"_L1, tag.name}, {"description"_L1, tag.description}});
    }
    return tags;
}

} // namespace

QStringList pathParametersOf(const QString &pattern)
{
    static const QRegularExpression kBraces(u"\\{([a-z_]+)\\}"_s);
    QStringList names;
    for (const QRegularExpressionMatch &match : kBraces.globalMatch(pattern))
        names.append(match.captured(1));
    return names;
}

std::vector<ErrorCode> errorsOf(const Route &route)
{
    const Operation &operation = route.operation;
    std::vector<ErrorCode> errors = operation.errors;
    if (route.access == Access::Authenticated) {
        errors.push_back(ErrorCode::AuthenticationRequired);
        if (route.changes || route.sudo || route.sessionOnly || !route.permission.isEmpty())
            errors.push_back(ErrorCode::InsufficientPermissions);
    }
    if (route.pattern.contains(u'{')) {
        errors.push_back(ErrorCode::NotFound);
        errors.push_back(ErrorCode::BadRequest); // a slash in it, in whatever disguise
    }
    if (!operation.body.empty()) {
        errors.push_back(ErrorCode::BadRequest);
        errors.push_back(ErrorCode::PayloadTooLarge);
        errors.push_back(ErrorCode::UnsupportedMediaType);
    }
    if (!operation.body.empty() || !operation.query.empty())
        errors.push_back(ErrorCode::ValidationError);
    if (route.rate != http::RateCategory::Unlimited)
        errors.push_back(ErrorCode::RateLimitExceeded);
    return errors;
}

QJsonObject openApiDocument(const std::vector<Route> &routes)
{
    Components components;
    QJsonObject paths;
    for (const Route &route : routes) {
        QJsonObject path = paths.value(route.pattern).toObject();
        path.insert(http::methodName(route.method).toString().toLower(), operationOf(route, components));
        paths.insert(route.pattern, path);
    }
    const QJsonObject responses = errorResponses(components);
    const QJsonObject licence{{"name"_L1, "GPL-3.0-or-later"_L1}, {"identifier"_L1, "GPL-3.0-or-later"_L1}};
    const QJsonObject info{{"title"_L1, "PlexiChat"_L1},
                           {"version"_L1, QLatin1StringView(kVersion)},
                           {"description"_L1, kIntroduction},
                           {"license"_L1, licence}};
    return {{"openapi"_L1, "3.1.1"_L1},
            {"info"_L1, info},
            {"servers"_L1, QJsonArray{QJsonObject{{"url"_L1, "/"_L1}}}},
            {"tags"_L1, tagsOf(routes)},
            {"paths"_L1, paths},
            {"components"_L1,
             QJsonObject{{"schemas"_L1, components.schemas()},
                         {"responses"_L1, responses},
                         {"securitySchemes"_L1, securitySchemes()}}}};
}

} // namespace plexi::docs

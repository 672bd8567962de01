// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/search_service.h"

#include "server/search/excerpt.h"
#include "server/search/marks.h"
#include "server/services/channel_access.h"
#include "server/store/message_search_store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace message_search = store::message_search;

using message_search::Question;
using protocol::FoundMessage;
using protocol::SearchOrder;
using protocol::SearchPage;
using search::Pattern;
using search::Query;
using search::Span;
using store::Connection;

namespace {

/** Makes the store's question of what was asked. */
class Translator
{
public:
    Translator(Connection &connection, const security::Principal &caller) : m_connection(connection), m_caller(caller)
    {
        m_question.viewer = caller.userId;
    }

    Result<Question> translate(const SearchRequest &request, Query query)
    {
        if (request.channel) {
            const auto channel = readableChannel(m_connection, *request.channel, m_caller);
            if (!channel)
                return fail(channel.error());
            m_question.marks.append({search::channelMark(channel->id)});
        }
        addTexts(query);
        // A filter beside the query is one more, not another choice.
        auto added = request.author ? addAuthors({{.name = *request.author}}) : Result<>();
        if (added)
            added = addAuthors(query.authors);
        if (added)
            added = addChannels(query.channels);
        if (!added)
            return fail(std::move(added.error()));
        for (const search::Thing thing : request.possessions)
            query.possessions.append({.thing = thing});
        addPossessions(query.possessions);
        if (request.before)
            query.before.append(*request.before);
        if (request.after)
            query.after.append(*request.after);
        if (auto bounded = addBounds(query); !bounded)
            return fail(std::move(bounded.error()));
        return std::move(m_question);
    }

private:
    void addTexts(const Query &query)
    {
        for (const Query::Text &text : query.texts) {
            auto pattern = Pattern::fromText(text.text, text.isQuoted ? Pattern::Mode::Exact : Pattern::Mode::Loose);
            if (pattern)
                (text.isUnwanted ? m_question.unwanted : m_question.wanted).append(std::move(*pattern));
        }
        const bool wantsText = std::ranges::any_of(query.texts, std::logical_not(), &Query::Text::isUnwanted);
        if (wantsText && m_question.wanted.isEmpty())
            m_question.marks.append(QStringList());
    }

    Result<> addAuthors(const QList<Query::Name> &names)
    {
        QStringList wanted;
        for (const Query::Name &name : names) {
            const bool isCaller = name.name.compare("me"_L1, Qt::CaseInsensitive) == 0;
            const auto author = message_search::author(m_connection, isCaller ? m_caller.username : name.name);
            if (!author)
                return fail(author.error());
            if (*author)
                (name.isUnwanted ? m_question.unwantedMarks : wanted).append(search::authorMark(**author));
        }
        addAlternatives(names, wanted);
        return {};
    }

    Result<> addChannels(const QList<Query::Name> &names)
    {
        QStringList wanted;
        for (const Query::Name &name : names) {
            const auto channels = message_search::channelsNamed(m_connection, name.name, m_caller.userId);
            if (!channels)
                return fail(channels.error());
            for (const ChannelId channel : *channels)
                (name.isUnwanted ? m_question.unwantedMarks : wanted).append(search::channelMark(channel));
        }
        addAlternatives(names, wanted);
        return {};
    }

    /** Where some were wanted, also where none of them is known: then nothing answers. */
    void addAlternatives(const QList<Query::Name> &names, const QStringList &marks)
    {
        if (std::ranges::any_of(names, std::logical_not(), &Query::Name::isUnwanted))
            m_question.marks.append(marks);
    }

    void addPossessions(const QList<Query::Possession> &possessions)
    {
        for (const Query::Possession &possession : possessions) {
            const QString mark = possession.thing == search::Thing::Link ? search::linkMark() : search::fileMark();
            if (possession.isUnwanted)
                m_question.unwantedMarks.append(mark);
            else
                m_question.marks.append({mark});
        }
    }

    Result<> addBounds(const Query &query)
    {
        for (const search::Position &position : query.before) {
            const auto message = firstFrom(position);
            if (!message)
                return fail(message.error());
            m_question.before = std::min(m_question.before, *message);
        }
        for (const search::Position &position : query.after) {
            const auto message = firstFrom(position);
            if (!message)
                return fail(message.error());
            const bool isMessage = std::holds_alternative<MessageId>(position);
            m_question.after = std::max(m_question.after, MessageId(message->value() - (isMessage ? 0 : 1)));
        }
        return {};
    }

    Result<MessageId> firstFrom(const search::Position &position)
    {
        if (const auto *message = std::get_if<MessageId>(&position))
            return *message;
        return message_search::firstSince(m_connection, std::get<Timestamp>(position));
    }

    Connection &m_connection;
    const security::Principal &m_caller;
    Question m_question;
};

/** Whether anything at all is asked for: else everything would answer. */
bool isEmpty(const Question &question)
{
    return question.wanted.isEmpty() && question.unwanted.isEmpty() && question.marks.isEmpty()
        && question.unwantedMarks.isEmpty() && question.before == store::messages::kNewest
        && question.after == store::messages::kOldest;
}

/** Best first; of two that are as good the newer one. */
Result<> orderByRelevance(Connection &connection, const Question &question, QList<MessageId> &messages)
{
    const auto texts = message_search::texts(connection, messages);
    if (!texts)
        return fail(texts.error());
    struct Scored {
        double score = 0;
        MessageId id;
    };
    QList<Scored> scored;
    scored.reserve(texts->size());
    for (const message_search::Text &text : *texts)
        scored.append({search::score(question.wanted, search::termsOf(text.content)), text.id});
    std::ranges::stable_sort(scored, std::greater(), &Scored::score);
    messages.clear();
    for (const Scored &each : std::as_const(scored))
        messages.append(each.id);
    return {};
}

FoundMessage shown(protocol::Message message, const QList<Pattern> &patterns)
{
    FoundMessage found{.message = std::move(message), .highlights = {}, .snippet = {}, .snippetStart = 0};
    const QString &content = found.message.content;
    const QList<search::Term> terms = search::termsOf(content);
    QList<Span> spans;
    for (const Pattern &pattern : patterns)
        spans += pattern.find(terms).spans;
    spans = search::joined(std::move(spans));
    const Span excerpt = search::excerptOf(content, spans);
    found.snippet = content.sliced(excerpt.start, excerpt.length);
    found.snippetStart = search::codePoints(QStringView(content).first(excerpt.start));
    qsizetype counted = 0;
    qsizetype at = 0;
    for (const Span &span : std::as_const(spans)) {
        counted += search::codePoints(QStringView(content).sliced(at, span.start - at));
        at = span.start;
        const QString text = content.sliced(span.start, span.length);
        found.highlights.append({.start = counted, .length = search::codePoints(text), .text = text});
    }
    return found;
}

Result<SearchPage> pageOf(Connection &connection, const Question &question, const SearchRequest &request)
{
    SearchPage page;
    page.order = request.order;
    page.page = request.page;
    page.limit = request.limit;
    // One more than is counted tells whether there are more.
    auto hits = isEmpty(question) ? message_search::Hits()
                                  : message_search::find(connection, question, SearchPage::kMaxCounted + 1);
    if (!hits)
        return fail(std::move(hits.error()));
    QList<MessageId> &ids = hits->ids;
    page.isComplete = hits->isComplete;
    const bool isCounted = ids.size() <= SearchPage::kMaxCounted;
    if (isCounted) {
        page.totalCount = ids.size();
    } else if (request.page * request.limit > SearchPage::kMaxCounted) {
        const QString reason = u"Pages end with the %1th result: go on with before, in the order of date"_s;
        return fail(Error::validation(u"page"_s, reason.arg(SearchPage::kMaxCounted)));
    }
    const bool isByDate = request.order == SearchOrder::Date;
    if (!isByDate) {
        ids.resize(std::min<qsizetype>(ids.size(), SearchPage::kMaxCounted));
        if (auto ordered = orderByRelevance(connection, question, ids); !ordered)
            return fail(std::move(ordered.error()));
    }
    const qsizetype first = std::min<qsizetype>((request.page - 1) * request.limit, ids.size());
    const qsizetype end = std::min<qsizetype>(first + request.limit, ids.size());
    page.hasMore = end < ids.size();
    if (page.hasMore && isByDate && end > first)
        page.nextCursor = ids[end - 1];
    for (qsizetype i = first; i < end; ++i) {
        auto sighting = store::messages::find(connection, ids[i], question.viewer);
        if (!sighting)
            return fail(std::move(sighting.error()));
        if (*sighting)
            page.messages.append(shown(std::move((*sighting)->message), question.wanted));
    }
    return page;
}

} // namespace

QCoro::Task<Result<SearchPage>> SearchService::search(security::Principal caller, SearchRequest request)
{
    std::function<Result<SearchPage>()> work = [this, caller = std::move(caller), request = std::move(request)] {
        return answer(caller, request);
    };
    co_return co_await m_readers.run<SearchPage>(std::move(work));
}

Result<SearchPage> SearchService::answer(const security::Principal &caller, const SearchRequest &request)
{
    auto query = search::parseQuery(request.query);
    if (!query)
        return fail(std::move(query.error()));
    Connection &connection = m_database.reader();
    // One snapshot: what is found is still there when it is read.
    if (const auto begun = connection.execute("BEGIN"); !begun)
        return fail(begun.error());
    const auto question = Translator(connection, caller).translate(request, std::move(*query));
    auto page = question ? pageOf(connection, *question, request) : fail(question.error());
    connection.finishAll();
    (void)connection.execute("ROLLBACK");
    return page;
}

} // namespace plexi::services

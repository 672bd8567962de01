// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/route_table.h"

namespace plexi::http {

namespace {

constexpr std::size_t kMethodCount = 7;

constexpr std::size_t indexOf(Method method)
{
    return static_cast<std::size_t>(method);
}

} // namespace

struct RouteTable::Node {
    /** Few enough that comparing beats hashing. */
    std::vector<std::pair<QString, std::unique_ptr<Node>>> fixed;
    std::unique_ptr<Node> parameter;
    std::array<int, kMethodCount> routes;

    Node() { routes.fill(kNone); }

    bool isEnd() const
    {
        return std::ranges::any_of(routes, [](int route) { return route != kNone; });
    }

    int routeFor(Method method) const
    {
        const int own = routes[indexOf(method)];
        return own == kNone && method == Method::Head ? routes[indexOf(Method::Get)] : own;
    }

    Node &child(const QString &segment)
    {
        if (segment.startsWith(u'{')) {
            if (!parameter)
                parameter = std::make_unique<Node>();
            return *parameter;
        }
        for (auto &[name, node] : fixed) {
            if (name == segment)
                return *node;
        }
        return *fixed.emplace_back(segment, std::make_unique<Node>()).second;
    }
};

RouteTable::RouteTable() : m_root(std::make_unique<Node>()) { }

RouteTable::~RouteTable() = default;

void RouteTable::add(Method method, const QString &pattern, int route)
{
    Q_ASSERT(pattern.startsWith(u'/'));
    QStringList names;
    Node *node = m_root.get();
    const QStringList segments = pattern.sliced(1).split(u'/');
    for (const QString &segment : segments) {
        if (segment.startsWith(u'{')) {
            Q_ASSERT(segment.endsWith(u'}') && segment.size() > 2);
            names.append(segment.sliced(1, segment.size() - 2));
        }
        node = &node->child(segment);
    }
    int &place = node->routes[indexOf(method)];
    Q_ASSERT_X(place == kNone, "RouteTable::add", qPrintable(pattern));
    place = route;
    m_parameterNames.resize(std::max(m_parameterNames.size(), static_cast<std::size_t>(route) + 1));
    m_parameterNames[static_cast<std::size_t>(route)] = names;
}

/**
 * The node that @p rest (behind its first slash) ends at, preferring one that knows @p method; @p values gets what
 * stands in the place of braces.
 */
const RouteTable::Node *RouteTable::descend(const Node &node, QStringView rest, Method method,
                                            std::vector<QStringView> &values)
{
    const qsizetype slash = rest.indexOf(u'/');
    const QStringView segment = slash < 0 ? rest : rest.first(slash);
    const Node *found = nullptr;
    const auto follow = [&](const Node &child) {
        return slash < 0 ? (child.isEnd() ? &child : nullptr) : descend(child, rest.sliced(slash + 1), method, values);
    };

    for (const auto &[name, child] : node.fixed) {
        if (name != segment)
            continue;
        found = follow(*child);
        if (found && found->routeFor(method) != kNone)
            return found;
    }
    if (!node.parameter || segment.isEmpty())
        return found;
    const auto mark = values.size();
    values.push_back(segment);
    const Node *other = follow(*node.parameter);
    if (other && (!found || other->routeFor(method) != kNone))
        return other;
    values.resize(mark);
    return found;
}

RouteTable::Match RouteTable::find(Method method, QStringView path) const
{
    Match match;
    if (!path.startsWith(u'/'))
        return match;
    std::vector<QStringView> values;
    const Node *node = descend(*m_root, path.sliced(1), method, values);
    if (!node)
        return match;
    match.route = node->routeFor(method);
    if (match.route != kNone) {
        const QStringList &names = m_parameterNames[static_cast<std::size_t>(match.route)];
        for (qsizetype i = 0; i < names.size(); ++i)
            match.parameters.insert(names[i], values[static_cast<std::size_t>(i)].toString());
        if (method != Method::Options)
            return match;
    }
    for (std::size_t i = 0; i < kMethodCount; ++i) {
        if (node->routeFor(static_cast<Method>(i)) != kNone)
            match.allowed.append(static_cast<Method>(i));
    }
    return match;
}

} // namespace plexi::http

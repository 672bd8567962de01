// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/cache.h"
#include "app/models/channel_list_model.h"
#include "app/models/file_list_model.h"
#include "app/models/message_list_model.h"
#include "app/models/search_filters.h"
#include "app/models/timeline_model.h"
#include "app/models/upload_list_model.h"
#include "app/models/user_list_model.h"
#include "app/net/api_client.h"
#include "app/net/realtime_client.h"
#include "app/notifications/notifier.h"
#include "app/session/account_settings.h"
#include "app/session/account_storage.h"
#include "app/session/downloads.h"
#include "app/session/drafts.h"
#include "app/session/favourites.h"
#include "app/session/history.h"
#include "app/session/message_texts.h"
#include "app/session/outbox.h"
#include "app/session/read_markers.h"
#include "app/session/reducer.h"
#include "app/session/server_images.h"
#include "app/session/typing.h"
#include "app/session/uploads.h"

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace plexi::app {

/**
 * One signed-in account on one server, as the workspace page sees it. Main thread, owned by the application.
 * Everything the server says goes through reducer(); this class asks, and tells QML.
 */
class Session : public QObject, private TimelineActions
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the application")
    Q_PROPERTY(QString userId READ userId CONSTANT FINAL)
    Q_PROPERTY(QString displayName READ displayName NOTIFY selfChanged FINAL)
    Q_PROPERTY(QString username READ username CONSTANT FINAL)
    Q_PROPERTY(QString initials READ initials NOTIFY selfChanged FINAL)
    Q_PROPERTY(QString serverName READ serverName CONSTANT FINAL)
    Q_PROPERTY(QString serverAddress READ serverAddress CONSTANT FINAL)
    /** "online", "away" or "dnd". */
    Q_PROPERTY(QString ownStatus READ ownStatus NOTIFY ownStatusChanged FINAL)

    Q_PROPERTY(Line line READ line NOTIFY lineChanged FINAL)
    /** A sentence for the strip; empty while online. */
    Q_PROPERTY(QString lineText READ lineText NOTIFY lineChanged FINAL)
    Q_PROPERTY(int retryInSeconds READ retryInSeconds NOTIFY lineChanged FINAL)

    Q_PROPERTY(plexi::app::ChannelListModel *channels READ channels CONSTANT FINAL)
    Q_PROPERTY(plexi::app::ChannelListModel *browse READ browse CONSTANT FINAL)
    Q_PROPERTY(plexi::app::UserListModel *people READ people CONSTANT FINAL)
    Q_PROPERTY(plexi::app::UserListModel *members READ members CONSTANT FINAL)
    Q_PROPERTY(plexi::app::TimelineModel *timeline READ timeline CONSTANT FINAL)
    /** The thread that is open beside the channel; its row 0 is the root. */
    Q_PROPERTY(plexi::app::TimelineModel *thread READ thread CONSTANT FINAL)
    /** Empty where none is open. */
    Q_PROPERTY(QString threadId READ threadId NOTIFY threadChanged FINAL)
    /** Of the current channel, as of loadPins(). */
    Q_PROPERTY(plexi::app::MessageListModel *pins READ pins CONSTANT FINAL)
    /** As of search(). */
    Q_PROPERTY(plexi::app::MessageListModel *found READ found CONSTANT FINAL)
    /** What search() is narrowed to. */
    Q_PROPERTY(plexi::app::SearchFilters *searchFilters READ searchFilters CONSTANT FINAL)
    /** Of the current channel, as of loadFiles(). */
    Q_PROPERTY(plexi::app::FileListModel *files READ files CONSTANT FINAL)
    Q_PROPERTY(plexi::app::Downloads *downloads READ downloads CONSTANT FINAL)
    /** Attached to the message that is being written, in the current channel and in the open thread. */
    Q_PROPERTY(plexi::app::UploadListModel *uploads READ uploads CONSTANT FINAL)
    Q_PROPERTY(plexi::app::UploadListModel *threadUploads READ threadUploads CONSTANT FINAL)
    Q_PROPERTY(plexi::app::AccountSettings *account READ account CONSTANT FINAL)
    Q_PROPERTY(plexi::app::AccountStorage *storage READ storage CONSTANT FINAL)
    Q_PROPERTY(ChannelsState channelsState READ channelsState NOTIFY channelsStateChanged FINAL)
    Q_PROPERTY(int unreadTotal READ unreadTotal NOTIFY unreadChanged FINAL)
    Q_PROPERTY(int mentionTotal READ mentionTotal NOTIFY unreadChanged FINAL)
    /** In a channel that is not the current one. */
    Q_PROPERTY(bool hasUnreadElsewhere READ hasUnreadElsewhere NOTIFY unreadChanged FINAL)
    Q_PROPERTY(QString browseFilter READ browseFilter WRITE setBrowseFilter NOTIFY browseFilterChanged FINAL)

    Q_PROPERTY(QString currentChannelId READ currentChannelId NOTIFY currentChannelChanged FINAL)
    Q_PROPERTY(QString currentChannelName READ currentChannelName NOTIFY currentDetailsChanged FINAL)
    Q_PROPERTY(QString currentChannelTopic READ currentChannelTopic NOTIFY currentDetailsChanged FINAL)
    /** "public", "private" or "direct". */
    Q_PROPERTY(QString currentChannelType READ currentChannelType NOTIFY currentDetailsChanged FINAL)
    Q_PROPERTY(int currentMemberCount READ currentMemberCount NOTIFY currentDetailsChanged FINAL)
    Q_PROPERTY(bool currentIsMember READ currentIsMember NOTIFY currentDetailsChanged FINAL)
    Q_PROPERTY(bool currentIsFavourite READ currentIsFavourite NOTIFY currentDetailsChanged FINAL)
    /** "all", "mentions" or "none". */
    Q_PROPERTY(QString currentNotificationLevel READ currentNotificationLevel NOTIFY currentDetailsChanged FINAL)
    /** Its name and topic. */
    Q_PROPERTY(bool canChangeCurrent READ canChangeCurrent NOTIFY currentDetailsChanged FINAL)
    /** Who made it, and when. */
    Q_PROPERTY(QString currentCreatedText READ currentCreatedText NOTIFY currentDetailsChanged FINAL)
    /** The other person's, in a direct channel of two; else empty. */
    Q_PROPERTY(QString currentPresence READ currentPresence NOTIFY currentDetailsChanged FINAL)
    Q_PROPERTY(QString typingText READ typingText NOTIFY typingTextChanged FINAL)

    /** One line about something that failed; empty for none. */
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged FINAL)
    /** It is of something that went well. */
    Q_PROPERTY(bool noticeIsGood READ noticeIsGood NOTIFY noticeChanged FINAL)
    /** For an Image; empty where the person has no picture. */
    Q_PROPERTY(QString avatar READ avatar NOTIFY selfChanged FINAL)
    /** The other person's, in a direct channel of two. */
    Q_PROPERTY(QString currentAvatar READ currentAvatar NOTIFY currentDetailsChanged FINAL)
    /** createChannel, joinChannel or openDirect is under way. */
    Q_PROPERTY(bool actionBusy READ isActionBusy NOTIFY actionChanged FINAL)
    /** Why the last of them failed; empty where it did not. */
    Q_PROPERTY(QString actionError READ actionError NOTIFY actionChanged FINAL)

public:
    enum Line { Connecting, Online, Offline };
    Q_ENUM(Line)
    enum ChannelsState { Loading, Ready, Failed };
    Q_ENUM(ChannelsState)

    struct Account {
        protocol::User self;
        QString serverName;
        QString serverAddress;
    };

    /**
     * Takes @p api, which has tokens. What @p cache has is shown at once; nothing is asked before start().
     */
    Session(ApiClient *api, std::unique_ptr<Cache> cache, const Account &account, const RealtimeTiming &timing = {},
            QObject *parent = nullptr);
    ~Session() override;

    void start();
    /** Closes the line; the account stays signed in. */
    void stop() { m_realtime.stop(); }
    /** Of several accounts, the window shows this one: what comes in its current channel is seen. True from the start. */
    void setInFront(bool isInFront) { m_isInFront = isInFront; }
    /** Shows this line where failures are shown. */
    void tell(const QString &text) { setNotice(text); }
    /** Everything in this channel has been read, without looking at it. */
    void markChannelRead(ChannelId channel);
    /** The model's side, for tests and sample data: what is applied here shows as if the server had said it. */
    Reducer &reducer() { return m_reducer; }
    Outbox &outbox() { return m_outbox; }
    Cache &cache() { return *m_cache; }

    QString userId() const { return m_self.toString(); }
    QString displayName() const;
    QString username() const { return m_account.self.username; }
    QString initials() const { return initialsOf(displayName()); }
    QString serverName() const { return m_account.serverName; }
    QString serverAddress() const { return m_account.serverAddress; }
    QString ownStatus() const { return QString(protocol::presenceName(m_ownStatus)); }
    Line line() const;
    QString lineText() const;
    int retryInSeconds() const { return m_realtime.secondsToRetry(); }
    ChannelListModel *channels() { return &m_channelList; }
    ChannelListModel *browse() { return &m_browse; }
    UserListModel *people() { return &m_people; }
    UserListModel *members() { return &m_members; }
    TimelineModel *timeline() { return &m_timeline; }
    TimelineModel *thread() { return &m_thread; }
    QString threadId() const;
    MessageListModel *pins() { return &m_pins; }
    MessageListModel *found() { return &m_found; }
    SearchFilters *searchFilters() { return &m_searchFilters; }
    FileListModel *files() { return &m_files; }
    Downloads *downloads() { return &m_downloads; }
    UploadListModel *uploads() { return &m_uploadList; }
    UploadListModel *threadUploads() { return &m_threadUploadList; }
    /** The model's side, for tests. */
    const Uploads &uploading() const { return m_uploads; }
    ServerImages &images() { return m_images; }
    AccountSettings *account() { return &m_accountSettings; }
    AccountStorage *storage() { return &m_storage; }
    ChannelsState channelsState() const { return m_channelsState; }
    int unreadTotal() const;
    int mentionTotal() const;
    bool hasUnreadElsewhere() const;
    QString browseFilter() const { return m_browseFilter; }
    void setBrowseFilter(const QString &text);
    QString currentChannelId() const { return m_current.isNull() ? QString() : m_current.toString(); }
    QString currentChannelName() const;
    QString currentChannelTopic() const;
    QString currentChannelType() const;
    int currentMemberCount() const;
    bool currentIsMember() const;
    bool currentIsFavourite() const { return m_favourites.has(m_current); }
    QString currentPresence() const;
    QString currentNotificationLevel() const;
    bool canChangeCurrent() const;
    QString currentCreatedText() const;
    QString typingText() const { return m_typing.text(); }
    QString notice() const { return m_notice; }
    bool noticeIsGood() const { return m_isNoticeGood; }
    QString avatar() const { return m_reducer.people().avatarOf(m_self); }
    QString currentAvatar() const;
    bool isActionBusy() const { return m_isActionBusy; }
    QString actionError() const { return m_actionError; }

    Q_INVOKABLE void retryNow() { m_realtime.retryNow(); }
    Q_INVOKABLE void reloadChannels();
    /** Ends the session on the server where it can be reached, and here in any case. */
    Q_INVOKABLE void signOut();
    Q_INVOKABLE void openChannel(const QString &channelId);
    Q_INVOKABLE void openNextUnread();
    Q_INVOKABLE void createChannel(const QString &name, bool isPrivate, const QString &topic);
    Q_INVOKABLE void joinChannel(const QString &channelId);
    Q_INVOKABLE void leaveChannel(const QString &channelId);
    Q_INVOKABLE void openDirect(const QString &userId);
    Q_INVOKABLE void clearActionError();
    /** Sends @p text to the current channel, as an answer to @p replyTo where that is no empty text, and forgets its draft. */
    Q_INVOKABLE void send(const QString &text, const QString &replyTo = {});
    /** The thread of a message of the current channel; a reply's is that of its root. */
    Q_INVOKABLE void openThread(const QString &messageId);
    Q_INVOKABLE void closeThread();
    Q_INVOKABLE void sendInThread(const QString &text);
    Q_INVOKABLE void loadPins();
    Q_INVOKABLE void loadFiles();
    /** Attaches them to the message that is being written. */
    Q_INVOKABLE void attach(const QList<QUrl> &files, bool inThread);
    /** The same with files or a picture in the clipboard: false where there is neither. */
    Q_INVOKABLE bool pasteFiles(bool inThread);
    /** Puts a file of the server's into the person's folder for downloads, under a name that is free there. */
    Q_INVOKABLE void saveFile(const QString &fileId, const QString &name);
    /** Changes the current channel. */
    Q_INVOKABLE void changeChannel(const QString &name, const QString &topic);
    /** Favourites stand above the other channels. */
    Q_INVOKABLE void setFavourite(const QString &channelId, bool isFavourite);
    /** "all", "mentions" or "none", for the current channel. */
    Q_INVOKABLE void setNotificationLevel(const QString &level);
    /** In the current channel, in all, or in that of searchFilters(): at once in what is kept here, soon on the server. */
    Q_INVOKABLE void search(const QString &text, bool everywhere);
    /** Sends @p text to a channel that need not be the current one. */
    void sendTo(ChannelId channel, const QString &text);
    /** Puts the address of a message of the current channel into the clipboard; see AppLink. */
    Q_INVOKABLE void copyLink(const QString &messageId);
    /** Follows a link of a message: to the web, to a person or a channel here, or by appLinkActivated() to this program. */
    Q_INVOKABLE void openLink(const QString &link);
    /** Opens the channel at this message, which messageShown() announces. */
    Q_INVOKABLE void goTo(const QString &channelId, const QString &messageId);
    /** The person edits the composer's text. */
    Q_INVOKABLE void composing() { m_typing.composing(m_current); }
    Q_INVOKABLE QString draft(const QString &channelId) const;
    Q_INVOKABLE void setDraft(const QString &channelId, const QString &text);
    /** Filters `people`, and asks the server for others who fit. */
    Q_INVOKABLE void searchPeople(const QString &text);
    Q_INVOKABLE void dismissNotice() { setNotice({}); }
    /** "online", "away" or "dnd". */
    Q_INVOKABLE void setStatus(const QString &status);

signals:
    void selfChanged();
    void ownStatusChanged();
    void lineChanged();
    void channelsStateChanged();
    void unreadChanged();
    void browseFilterChanged();
    void currentChannelChanged();
    void currentDetailsChanged();
    void typingTextChanged();
    void noticeChanged();
    void actionChanged();
    void threadChanged();
    /** Something came that the person does not see. */
    void noticed(const plexi::app::Notice &notice);
    void appLinkActivated(const QString &link);
    /** goTo() has it in the timeline now. */
    void messageShown(const QString &messageId);
    /** createChannel, joinChannel or openDirect succeeded, and its channel is open. */
    void actionDone();
    /** Over: by signOut(), or because the server ended it (then @p reason is a sentence). */
    void ended(const QString &reason);

private:
    // TimelineActions
    void loadOlder(ChannelId channel) override;
    void loadNewer(ChannelId channel) override;
    void jumpToNewest(ChannelId channel) override;
    void retrySending(const QString &clientMessageId) override { m_outbox.retry(clientMessageId); }
    void discardUnsent(const QString &clientMessageId) override { m_outbox.discard(clientMessageId); }
    void rewriteUnsent(const QString &id, const QString &text) override { m_outbox.rewrite(id, text); }
    protocol::Message shown(const protocol::Message &message) const override { return m_outbox.shown(message); }
    QList<TextPart> partsOf(const protocol::Message &message) override { return m_texts.partsOf(message); }
    void editMessage(const protocol::Message &message, const QString &text) override;
    void deleteMessage(const protocol::Message &message) override;
    void react(const protocol::Message &message, const QString &emoji, bool on) override;
    void pin(const protocol::Message &message, bool on) override;
    void markRead(ChannelId channel, MessageId message) override;

    void connectParts();
    void onLine();
    void onGap(ChannelId channel);
    void repairGaps();
    void onMessageArrived(const protocol::Message &message);
    bool isWatched(ChannelId channel) const;
    bool isLookedAt() const;
    bool deservesNotice(const protocol::Message &message) const;
    void announce(const protocol::Message &message);
    void onChannelGone(ChannelId channel);
    void onRefused(cache::OutboxItem::Kind kind, const ApiError &reason);
    void show(ChannelId channel);
    void showFirst();
    /** What the cache has, before the server is asked. */
    void showCached();
    void subscribe(const QList<ChannelId> &channels);
    void watchPresence();
    void setNotice(const QString &text, bool isGood = false);
    /** Says why where it is not. */
    bool isSendable(const QString &content, const ComposerPlace &place);
    ComposerPlace placeOf(bool inThread) const;
    void setChannelsState(ChannelsState state);
    void finishAction(const QString &error);
    bool beginAction();
    /** A channel that the person has just made or joined. */
    void enter(const protocol::Channel &channel);

    QCoro::Task<> resynchronise();
    QCoro::Task<> fetchChannel(ChannelId id);
    QCoro::Task<> fetchUser(UserId id);
    QCoro::Task<> fetchMembers(ChannelId id);
    QCoro::Task<> runSearch(QString text);
    QCoro::Task<> runCreate(QString name, protocol::ChannelType type, QString topic);
    QCoro::Task<> runJoin(ChannelId id);
    QCoro::Task<> runLeave(ChannelId id);
    QCoro::Task<> runDirect(UserId user);
    QCoro::Task<> runPins(ChannelId channel);
    QCoro::Task<> runFind(cache::Wanted wanted);
    QCoro::Task<> runChange(ChannelId id, QString name, QString topic);
    QCoro::Task<> runLevel(ChannelId id, protocol::NotificationLevel level);
    QCoro::Task<> runFiles(ChannelId channel);
    QCoro::Task<> runGoTo(ChannelId channel, MessageId message);
    QCoro::Task<> runSignOut();

    Account m_account;
    UserId m_self;
    /** Owned. */
    ApiClient *m_api;
    RealtimeClient m_realtime;
    std::unique_ptr<Cache> m_cache;
    Reducer m_reducer;
    Drafts m_drafts;
    Favourites m_favourites;
    Uploads m_uploads;
    Outbox m_outbox;
    Typing m_typing;
    ReadMarkers m_readMarkers;
    Mirror m_mirror;
    History m_history;
    MessageTexts m_texts;
    ServerImages m_images;
    ChannelListModel m_channelList;
    ChannelListModel m_browse;
    UserListModel m_people;
    UserListModel m_members;
    TimelineModel m_timeline;
    TimelineModel m_thread;
    MessageListModel m_pins;
    MessageListModel m_found;
    SearchFilters m_searchFilters;
    FileListModel m_files;
    Downloads m_downloads;
    UploadListModel m_uploadList;
    UploadListModel m_threadUploadList;
    AccountSettings m_accountSettings;
    AccountStorage m_storage;
    ChannelId m_current;
    ChannelsState m_channelsState = Loading;
    protocol::PresenceStatus m_ownStatus = protocol::PresenceStatus::Online;
    QString m_browseFilter;
    QString m_notice;
    bool m_isNoticeGood = false;
    bool m_isInFront = true;
    QString m_actionError;
    bool m_isActionBusy = false;
    /** Counts searches: an answer to an older one is of no use. */
    int m_searches = 0;
    bool m_isResynchronising = false;
    bool m_mustResynchronise = false;
    /** The newest row was marked read, and nothing came since. */
    bool m_isReadingNewest = false;
    QSet<ChannelId> m_gaps;
    QSet<ChannelId> m_fetchingChannels;
    QSet<ChannelId> m_fetchingMembers;
    QTimer m_gapTimer;
    QTimer m_lineTick;
    QTimer m_channelsRetry;
};

} // namespace plexi::app

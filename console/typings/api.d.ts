// Made by miniprogram/tools/api-types.ts from the product's OpenAPI description. Do not edit.

export interface paths {
    "/api/v1/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的预约 */
        get: operations["getApiV1Appointments"];
        put?: never;
        /** 预约一个时段 */
        post: operations["postApiV1Appointments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个预约 */
        get: operations["getApiV1AppointmentsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/accept-proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接受工作人员建议的时间 */
        post: operations["postApiV1AppointmentsIdAcceptProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消预约 */
        post: operations["postApiV1AppointmentsIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 自助签到 */
        post: operations["postApiV1AppointmentsIdCheckIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/decline-proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不接受建议的时间，保留原预约 */
        post: operations["postApiV1AppointmentsIdDeclineProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 签到后前面还有几位 */
        get: operations["getApiV1AppointmentsIdQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改约 */
        post: operations["postApiV1AppointmentsIdReschedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接手原代办人的预约 */
        post: operations["postApiV1AppointmentsIdTakeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的办件 */
        get: operations["getApiV1Cases"];
        put?: never;
        /** 新建申请草稿 */
        post: operations["postApiV1Cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个办件 */
        get: operations["getApiV1CasesId"];
        /** 保存草稿或补正内容 */
        put: operations["putApiV1CasesId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/application-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 代录的申请表，打印签名用（PDF） */
        get: operations["getApiV1CasesIdApplicationForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/ask-recusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申请工作人员回避（限本人） */
        post: operations["postApiV1CasesIdAskRecusal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作出告知承诺（限本人） */
        post: operations["postApiV1CasesIdCommit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/commitment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 告知承诺书的内容 */
        get: operations["getApiV1CasesIdCommitment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/decline-commitment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不作承诺，改交材料（限本人） */
        post: operations["postApiV1CasesIdDeclineCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个办件的表单和材料要求 */
        get: operations["getApiV1CasesIdForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/hand-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补交承诺的材料 */
        post: operations["postApiV1CasesIdHandIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/papers/{id2}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办件文书（PDF）；自助终端上限收件凭证 */
        get: operations["getApiV1CasesIdPapersId2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/pre-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提交预审 */
        post: operations["postApiV1CasesIdPreReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/promise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 承诺后补材料（限本人） */
        post: operations["postApiV1CasesIdPromise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/report-done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批准以后要做的、限期改正的已经做好，请来看 */
        post: operations["postApiV1CasesIdReportDone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/resubmit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改后重新提交 */
        post: operations["postApiV1CasesIdResubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/speak": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 决定撤销以前陈述申辩 */
        post: operations["postApiV1CasesIdSpeak"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 正式提交，取得收件凭证 */
        post: operations["postApiV1CasesIdSubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接着办代办人留下的申请 */
        post: operations["postApiV1CasesIdTakeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/urge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 催办 */
        post: operations["postApiV1CasesIdUrge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回 */
        post: operations["postApiV1CasesIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的证明 */
        get: operations["getApiV1Certificates"];
        put?: never;
        /** 即时开具证明：当场出证，或转工作人员办理 */
        post: operations["postApiV1Certificates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份证明 */
        get: operations["getApiV1CertificatesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载证明文件（PDF） */
        get: operations["getApiV1CertificatesIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份证明的分享，和谁看过 */
        get: operations["getApiV1CertificatesIdShares"];
        put?: never;
        /** 限时分享一份证明 */
        post: operations["postApiV1CertificatesIdShares"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/shares/{id2}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 分享的小程序码 */
        get: operations["getApiV1CertificatesIdSharesId2Code"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/shares/{id2}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束分享 */
        post: operations["postApiV1CertificatesIdSharesId2End"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 谁在什么时候验过这份证明 */
        get: operations["getApiV1CertificatesIdVerifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的结果送达 */
        get: operations["getApiV1Deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份结果的送达和物流 */
        get: operations["getApiV1DeliveriesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/display-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 候叫屏的实时消息（SSE） */
        get: operations["getApiV1DisplayEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/displays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 候叫屏：大厅正在叫的号 */
        get: operations["getApiV1DisplaysId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 实时消息：哪些办件、预约有变化（SSE） */
        get: operations["getApiV1Events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的授权：我授权的、授权给我的、等我确认的 */
        get: operations["getApiV1Grants"];
        put?: never;
        /** 发起授权，或申请以监护人身份代办 */
        post: operations["postApiV1Grants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份授权 */
        get: operations["getApiV1GrantsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 同意授权 */
        post: operations["postApiV1GrantsIdAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 代办人用这份授权做过什么 */
        get: operations["getApiV1GrantsIdActs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不同意授权 */
        post: operations["postApiV1GrantsIdDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/invitation-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 授权邀请的小程序码 */
        get: operations["getApiV1GrantsIdInvitationCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销授权，或放弃代办 */
        post: operations["postApiV1GrantsIdRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/halls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办事大厅 */
        get: operations["getApiV1Halls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/halls/{id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 大厅的可预约时段 */
        get: operations["getApiV1HallsIdSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查找事项 */
        get: operations["getApiV1Items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办事指南 */
        get: operations["getApiV1ItemsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/advice-slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 开具一次性告知单 */
        post: operations["postApiV1ItemsIdAdviceSlips"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 预填好的表单 */
        get: operations["getApiV1ItemsIdForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk-asks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 扫了自助终端上的码：问的是什么 */
        get: operations["getApiV1KioskAsksId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk-asks/{id}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 在手机上确认自助终端问的 */
        post: operations["postApiV1KioskAsksIdAgree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/arrivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 没带身份证：手机上确认了没有 */
        get: operations["getApiV1KioskArrivals"];
        put?: never;
        /** 没带身份证：取一个码用手机进入自助终端 */
        post: operations["postApiV1KioskArrivals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/arrivals/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 手机确认以后进入自助终端 */
        post: operations["postApiV1KioskArrivalsSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自助终端上的扫码或请求核对办到哪一步 */
        get: operations["getApiV1KioskAsks"];
        put?: never;
        /** 取一个码给本人的手机扫，或请工作人员来核对（自助终端） */
        post: operations["postApiV1KioskAsks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 向登记的手机号发送验证码（自助终端） */
        post: operations["postApiV1KioskCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 这台自助终端 */
        get: operations["getApiV1KioskDevice"];
        put?: never;
        /** 把这台设备设为登记过的自助终端 */
        post: operations["postApiV1KioskDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 填写验证码，确认是本人（自助终端） */
        post: operations["postApiV1KioskProofs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 读卡前取一次性编号 */
        post: operations["postApiV1KioskReadings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 扫描一页材料前取一次性许可 */
        post: operations["postApiV1KioskScans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 刷证件进入自助终端 */
        post: operations["postApiV1KioskSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 离开自助终端 */
        delete: operations["deleteApiV1KioskSessionsCurrent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的材料 */
        get: operations["getApiV1Materials"];
        put?: never;
        /** 上传材料 */
        post: operations["postApiV1Materials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/materials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份材料 */
        get: operations["getApiV1MaterialsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/materials/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看材料内容 */
        get: operations["getApiV1MaterialsIdContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 请我办的事 */
        get: operations["getApiV1Obligations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 请我办的一件事 */
        get: operations["getApiV1ObligationsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认 */
        post: operations["postApiV1ObligationsIdConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不同意 */
        post: operations["postApiV1ObligationsIdDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/{id}/files/{id2}/{id3}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看对方确认时上传的文件 */
        get: operations["getApiV1ObligationsIdFilesId2Id3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/{id}/papers/{id2}/{id3}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看请我确认、签名的材料 */
        get: operations["getApiV1ObligationsIdPapersId2Id3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签名 */
        post: operations["postApiV1ObligationsIdSign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的积分：核定表、确认书和名次 */
        get: operations["getApiV1Points"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 积分入户、入学的申请批次 */
        get: operations["getApiV1PointsRounds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/rounds/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对公示的排名提出异议 */
        post: operations["postApiV1PointsRoundsIdObjections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/rounds/{id}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接受或放弃排名给的、递补的名额 */
        post: operations["postApiV1PointsRoundsIdPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/rounds/{id}/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 正在公示的排名（已隐名） */
        get: operations["getApiV1PointsRoundsIdRanking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/sheets/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认积分，出具积分确认书 */
        post: operations["postApiV1PointsSheetsIdConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/sheets/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对积分提出异议 */
        post: operations["postApiV1PointsSheetsIdObjections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 工作人员账号 */
        get: operations["getApiV1StaffAccounts"];
        put?: never;
        /** 新建工作人员账号，初始密码只显示一次；能作决定或要用动态口令的角色，另一位管理员同意后生效 */
        post: operations["postApiV1StaffAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 设置工作人员的角色和部门 */
        put: operations["putApiV1StaffAccountsId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/accounts/{id}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 同意对工作人员账号的改动，有初始密码的只显示一次 */
        post: operations["postApiV1StaffAccountsIdAgree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/accounts/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不同意或撤回对工作人员账号的改动 */
        post: operations["postApiV1StaffAccountsIdDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/accounts/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重置工作人员账号，初始密码只显示一次；能作决定或要用动态口令的角色，另一位管理员同意后生效 */
        post: operations["postApiV1StaffAccountsIdReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/accounts/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 工作人员在哪些设备上登录 */
        get: operations["getApiV1StaffAccountsIdSessions"];
        put?: never;
        post?: never;
        /** 结束工作人员的全部登录 */
        delete: operations["deleteApiV1StaffAccountsIdSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/accounts/{id}/sessions/{id2}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 结束工作人员的一次登录 */
        delete: operations["deleteApiV1StaffAccountsIdSessionsId2"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 大厅某一天的预约 */
        get: operations["getApiV1StaffAppointments"];
        put?: never;
        /** 为来电、到场的群众预约或现场取号 */
        post: operations["postApiV1StaffAppointments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个预约 */
        get: operations["getApiV1StaffAppointmentsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/accept-proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 来电人同意工作人员建议的时间 */
        post: operations["postApiV1StaffAppointmentsIdAcceptProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 叫号、重呼 */
        post: operations["postApiV1StaffAppointmentsIdCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 替来电人取消预约，写明原因 */
        post: operations["postApiV1StaffAppointmentsIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签到 */
        post: operations["postApiV1StaffAppointmentsIdCheckIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认预约 */
        post: operations["postApiV1StaffAppointmentsIdConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不能确认，说明原因 */
        post: operations["postApiV1StaffAppointmentsIdDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办完 */
        post: operations["postApiV1StaffAppointmentsIdDone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/forward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 转到其他窗口 */
        post: operations["postApiV1StaffAppointmentsIdForward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/missed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 未到场 */
        post: operations["postApiV1StaffAppointmentsIdMissed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/not-missed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回未到：后来到了，或记错了 */
        post: operations["postApiV1StaffAppointmentsIdNotMissed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/on-paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补录断网时的到场、叫号、办结时间 */
        post: operations["postApiV1StaffAppointmentsIdOnPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/park": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 过号，暂放一边 */
        post: operations["postApiV1StaffAppointmentsIdPark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 建议另一个时间 */
        post: operations["postApiV1StaffAppointmentsIdPropose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 替来电人改约 */
        post: operations["postApiV1StaffAppointmentsIdReschedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复办理：点错了办完 */
        post: operations["postApiV1StaffAppointmentsIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/slip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 号单：号码、事项、在哪里等、前面几人 */
        get: operations["getApiV1StaffAppointmentsIdSlip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/undo-check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销签到：签错了人 */
        post: operations["postApiV1StaffAppointmentsIdUndoCheckIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/urgent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 优先叫号，写明原因；不写原因是取消优先 */
        post: operations["postApiV1StaffAppointmentsIdUrgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废取错的号码，写明原因 */
        post: operations["postApiV1StaffAppointmentsIdVoid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 一次确认多个预约，或用同一个理由退回 */
        post: operations["postApiV1StaffAppointmentsAnswers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/callers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 来电人的预约：预约码，或姓名加证件、手机号（后四位也行） */
        post: operations["postApiV1StaffAppointmentsCallers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/appointments/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 到场人员查预约：预约码、证件或姓名 */
        post: operations["postApiV1StaffAppointmentsLookUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/archives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本部门的移交清单 */
        get: operations["getApiV1StaffArchives"];
        put?: never;
        /** 归档一批办件 */
        post: operations["postApiV1StaffArchives"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/archives/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份移交清单 */
        get: operations["getApiV1StaffArchivesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/archives/{id}.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 移交清单（CSV） */
        get: operations["getApiV1StaffArchivesIdCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/archives/{id}.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 移交清单（PDF） */
        get: operations["getApiV1StaffArchivesIdPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/archives/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本部门办结后还没有归档的办件 */
        get: operations["getApiV1StaffArchivesCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/audit/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核对审计日志的哈希链，一段一段来 */
        get: operations["getApiV1StaffAuditChain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/audit/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审计日志：谁在什么时候做了、看了什么 */
        get: operations["getApiV1StaffAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/audit/log-of-person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审计日志：谁看过一个人的信息（有记录） */
        post: operations["postApiV1StaffAuditLogOfPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/audit/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登录没有成功、账号锁定和没有权限的查看（最近一个月） */
        get: operations["getApiV1StaffAuditRefused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/audit/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审计日志里的对象 */
        get: operations["getApiV1StaffAuditSubjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/authorisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 首席代表授权 */
        get: operations["getApiV1StaffAuthorisations"];
        put?: never;
        /** 录入首席代表授权书 */
        post: operations["postApiV1StaffAuthorisations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/authorisations/{id}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记离岗，由代行人决定 */
        post: operations["postApiV1StaffAuthorisationsIdAbsences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/authorisations/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 复核并签发授权 */
        post: operations["postApiV1StaffAuthorisationsIdIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/authorisations/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记返岗 */
        post: operations["postApiV1StaffAuthorisationsIdReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/authorisations/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销授权 */
        post: operations["postApiV1StaffAuthorisationsIdRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/bills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 按办件或缴款书号查缴款书 */
        get: operations["getApiV1StaffBills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/bills/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一张缴款书 */
        get: operations["getApiV1StaffBillsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/bills/{id}/collect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 窗口收款（现金、刷卡） */
        post: operations["postApiV1StaffBillsIdCollect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/bills/{id}/hand-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 窗口退款给缴款人本人 */
        post: operations["postApiV1StaffBillsIdHandBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/bills/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 电子票据（PDF，窗口打印） */
        get: operations["getApiV1StaffBillsIdReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/bills/{id}/reduce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 减免（首席代表） */
        post: operations["postApiV1StaffBillsIdReduce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 工作日历：一年的放假、调休和改过的日子 */
        get: operations["getApiV1StaffCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/calendar/days/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 把一天改为放假或上班 */
        put: operations["putApiV1StaffCalendarDaysId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待办队列 */
        get: operations["getApiV1StaffCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看办件 */
        get: operations["getApiV1StaffCasesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/abort": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 终止办理 */
        post: operations["postApiV1StaffCasesIdAbort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 受理 */
        post: operations["postApiV1StaffCasesIdAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/annul": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销、撤回决定 */
        post: operations["postApiV1StaffCasesIdAnnul"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/assign-inspector": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 指定核查人员 */
        post: operations["postApiV1StaffCasesIdAssignInspector"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 所属的一件事办到哪一步 */
        get: operations["getApiV1StaffCasesIdBundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/check-originals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核验原件 */
        post: operations["postApiV1StaffCasesIdCheckOriginals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 领取 */
        post: operations["postApiV1StaffCasesIdClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/commitment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 告知承诺书的内容，不适用的说明原因 */
        get: operations["getApiV1StaffCasesIdCommitment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/complete-step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 完成本环节 */
        post: operations["postApiV1StaffCasesIdCompleteStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/decide-recusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 首席代表决定回避 */
        post: operations["postApiV1StaffCasesIdDecideRecusal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 交付结果：窗口领取或邮寄 */
        post: operations["postApiV1StaffCasesIdDeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/examine-debt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审核补交的材料 */
        post: operations["postApiV1StaffCasesIdExamineDebt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 延长期限，只能一次 */
        post: operations["postApiV1StaffCasesIdExtend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/find-wrong": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发现决定有误，拟撤销，先听取申请人意见 */
        post: operations["postApiV1StaffCasesIdFindWrong"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批准 */
        post: operations["postApiV1StaffCasesIdGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/green-channel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 列入或撤出绿色通道 */
        post: operations["postApiV1StaffCasesIdGreenChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/hear-commitment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 当面告知并听取申请人的承诺 */
        post: operations["postApiV1StaffCasesIdHearCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/hear-decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 当面听取申请人不作告知承诺 */
        post: operations["postApiV1StaffCasesIdHearDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/hear-promise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 当面听取申请人后补材料的承诺 */
        post: operations["postApiV1StaffCasesIdHearPromise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/hear-statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 当面听取申请人的陈述申辩 */
        post: operations["postApiV1StaffCasesIdHearStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记告知承诺的核查结果 */
        post: operations["postApiV1StaffCasesIdInspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/inspectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以指定的核查人员 */
        get: operations["getApiV1StaffCasesIdInspectors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/keep-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 听取意见后不撤销决定 */
        post: operations["postApiV1StaffCasesIdKeepDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/lift-preservation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解除暂缓销毁 */
        post: operations["postApiV1StaffCasesIdLiftPreservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/look-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 没有通过的现场查看、不一致的评定，再看一次 */
        post: operations["postApiV1StaffCasesIdLookAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/materials/{id2}/{id3}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看办件材料（带水印） */
        get: operations["getApiV1StaffCasesIdMaterialsId2Id3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/materials/{id2}/earlier/{id3}/{id4}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看以前交的材料（带水印） */
        get: operations["getApiV1StaffCasesIdMaterialsId2EarlierId3Id4"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/materials/{id2}/licence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看电子证照副本（带水印） */
        get: operations["getApiV1StaffCasesIdMaterialsId2Licence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/not-accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予受理 */
        post: operations["postApiV1StaffCasesIdNotAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/papers/{id2}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办件文书（PDF） */
        get: operations["getApiV1StaffCasesIdPapersId2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/pass-material": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 材料通过 */
        post: operations["postApiV1StaffCasesIdPassMaterial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 特别程序，时限暂停 */
        post: operations["postApiV1StaffCasesIdPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/photographs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 放现场照片 */
        post: operations["postApiV1StaffCasesIdPhotographs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/photographs/{id2}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看现场照片（带水印） */
        get: operations["getApiV1StaffCasesIdPhotographsId2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/pre-approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 预审通过 */
        post: operations["postApiV1StaffCasesIdPreApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/preserve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 暂缓销毁一份归档的办件 */
        post: operations["postApiV1StaffCasesIdPreserve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 窗口收件，核验原件 */
        post: operations["postApiV1StaffCasesIdReceive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/record-result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记结果并办结 */
        post: operations["postApiV1StaffCasesIdRecordResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/recuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申报回避 */
        post: operations["postApiV1StaffCasesIdRecuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予批准 */
        post: operations["postApiV1StaffCasesIdRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回待领 */
        post: operations["postApiV1StaffCasesIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/request-correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发出补正告知书 */
        post: operations["postApiV1StaffCasesIdRequestCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复办理 */
        post: operations["postApiV1StaffCasesIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 预审退回，一次性告知全部问题 */
        post: operations["postApiV1StaffCasesIdReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 拟撤回决定，先听取申请人意见 */
        post: operations["postApiV1StaffCasesIdRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/statement-at-counter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 窗口听取：登记陈述申辩 */
        post: operations["postApiV1StaffCasesIdStatementAtCounter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办件的经过：谁在什么时候做了什么 */
        get: operations["getApiV1StaffCasesIdStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/cases/{id}/submissions/{id2}/signed/{id3}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看代录时签名的申请表（带水印） */
        get: operations["getApiV1StaffCasesIdSubmissionsId2SignedId3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/catalogue/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份草稿 */
        get: operations["getApiV1StaffCatalogueDraftsId"];
        /** 保存草稿 */
        put: operations["putApiV1StaffCatalogueDraftsId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/catalogue/drafts/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份草稿改了什么 */
        get: operations["getApiV1StaffCatalogueDraftsIdDiff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/catalogue/drafts/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废草稿 */
        post: operations["postApiV1StaffCatalogueDraftsIdDiscard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/catalogue/drafts/{id}/guide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份草稿的办事指南（网页） */
        get: operations["getApiV1StaffCatalogueDraftsIdGuide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/catalogue/drafts/{id}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提交草稿复核 */
        post: operations["postApiV1StaffCatalogueDraftsIdPropose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/catalogue/drafts/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核对并发布草稿 */
        post: operations["postApiV1StaffCatalogueDraftsIdPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/catalogue/drafts/{id}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 草稿退回修改 */
        post: operations["postApiV1StaffCatalogueDraftsIdSendBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/catalogue/drafts/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 检查事项草稿 */
        post: operations["postApiV1StaffCatalogueDraftsCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/catalogue/drafts/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 草稿与现行版本的差别 */
        post: operations["postApiV1StaffCatalogueDraftsDiff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/catalogue/drafts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办事指南预览（网页） */
        post: operations["postApiV1StaffCatalogueDraftsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/catalogue/drafts/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 用办件试算事项草稿 */
        post: operations["postApiV1StaffCatalogueDraftsSimulate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/catalogue/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 事项目录：版本和草稿 */
        get: operations["getApiV1StaffCatalogueItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/catalogue/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个事项的文本、版本和发布记录 */
        get: operations["getApiV1StaffCatalogueItemsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/catalogue/items/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 事项两个版本的差别 */
        get: operations["getApiV1StaffCatalogueItemsIdDiff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/catalogue/items/{id}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 起草：从现行文本开始改，或另起一个新版本 */
        post: operations["postApiV1StaffCatalogueItemsIdDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/catalogue/items/{id}/guide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 事项最后一个版本的办事指南（网页） */
        get: operations["getApiV1StaffCatalogueItemsIdGuide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/catalogue/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 事项文本的每一项：中文名称、说明和可选的内容 */
        get: operations["getApiV1StaffCatalogueKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 按号码查找证明 */
        get: operations["getApiV1StaffCertificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/certificates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份证明（工作人员） */
        get: operations["getApiV1StaffCertificatesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/certificates/{id}/correctable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份证明上可以更正的内容 */
        get: operations["getApiV1StaffCertificatesIdCorrectable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/certificates/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印证明文件（工作人员） */
        get: operations["getApiV1StaffCertificatesIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/certificates/{id}/reissue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补发、换发证明：新的号码，原来的注明已被替换 */
        post: operations["postApiV1StaffCertificatesIdReissue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/certificates/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销证明，或注明已由新证明替换 */
        post: operations["postApiV1StaffCertificatesIdRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/certificates/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按持有人证件或办件编号查找证明 */
        post: operations["postApiV1StaffCertificatesSearches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/debts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 容缺补交：还没补齐的材料 */
        get: operations["getApiV1StaffDebts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待交付的结果 */
        get: operations["getApiV1StaffDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份结果的送达 */
        get: operations["getApiV1StaffDeliveriesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/deliveries/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 窗口交付，核对证件、签收 */
        post: operations["postApiV1StaffDeliveriesIdHandOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/deliveries/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新寄送 */
        post: operations["postApiV1StaffDeliveriesIdResend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/deliveries/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回这次交付，重新安排 */
        post: operations["postApiV1StaffDeliveriesIdTakeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/deliveries/{id}/to-counter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改为窗口领取 */
        post: operations["postApiV1StaffDeliveriesIdToCounter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/destructions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本部门的销毁清册 */
        get: operations["getApiV1StaffDestructions"];
        put?: never;
        /** 提出销毁一批保管期满的办件档案 */
        post: operations["postApiV1StaffDestructions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/destructions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份销毁清册 */
        get: operations["getApiV1StaffDestructionsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/destructions/{id}.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 销毁清册（CSV） */
        get: operations["getApiV1StaffDestructionsIdCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/destructions/{id}.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 销毁清册（PDF），批准以后 */
        get: operations["getApiV1StaffDestructionsIdPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/destructions/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批准销毁 */
        post: operations["postApiV1StaffDestructionsIdApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/destructions/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予销毁，继续保管 */
        post: operations["postApiV1StaffDestructionsIdDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/destructions/{id}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 从清册中去掉，继续保管 */
        post: operations["postApiV1StaffDestructionsIdKeep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/destructions/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本部门保管期满的办件档案 */
        get: operations["getApiV1StaffDestructionsCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 等待核实的监护申请和等待打电话的授权，认领前隐去姓名和号码 */
        get: operations["getApiV1StaffGrants"];
        put?: never;
        /** 当面听取后登记授权（委托人没有手机） */
        post: operations["postApiV1StaffGrants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/grants/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核实监护关系，或记录电话听取的意愿 */
        post: operations["postApiV1StaffGrantsIdCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/grants/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 认领一份等待核实的授权，看到姓名、号码和照片 */
        post: operations["postApiV1StaffGrantsIdClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/grants/{id}/evidence/{id2}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看授权申请的附件（带水印，有记录） */
        get: operations["getApiV1StaffGrantsIdEvidenceId2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/grants/{id}/give-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 放回认领的授权 */
        post: operations["postApiV1StaffGrantsIdGiveBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/grants/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 当面听取后撤销授权 */
        post: operations["postApiV1StaffGrantsIdRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/grants/{id}/tries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 记录一次没有听到本人的电话：没人接、占线、过后再打 */
        post: operations["postApiV1StaffGrantsIdTries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/grants/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 等待核实的授权有几份 */
        get: operations["getApiV1StaffGrantsCount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/grants/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 当面听取授权时放照片（已核验的本人） */
        post: operations["postApiV1StaffGrantsEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/hall-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各大厅的接待、未到和等候，每个数怎样算 */
        get: operations["getApiV1StaffHallFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/halls/{id}/call-next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 叫下一位 */
        post: operations["postApiV1StaffHallsIdCallNext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/halls/{id}/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 大厅的关闭安排 */
        get: operations["getApiV1StaffHallsIdClosures"];
        put?: never;
        /** 关闭大厅或窗口一段时间 */
        post: operations["postApiV1StaffHallsIdClosures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/halls/{id}/closures/{id2}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销关闭，恢复预约 */
        post: operations["postApiV1StaffHallsIdClosuresId2Lift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/halls/{id}/closures/{id2}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次停办影响到的人：改到哪天、谁在候补、谁要当面告诉 */
        get: operations["getApiV1StaffHallsIdClosuresId2People"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/halls/{id}/counters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 大厅今天的窗口 */
        get: operations["getApiV1StaffHallsIdCounters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/halls/{id}/day-sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 大厅一天的预约清单（PDF，断网时用） */
        get: operations["getApiV1StaffHallsIdDaySheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/halls/{id}/extra-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 大厅的单日延时服务 */
        get: operations["getApiV1StaffHallsIdExtraHours"];
        put?: never;
        /** 某一天的几个窗口多开一段（延时服务） */
        post: operations["postApiV1StaffHallsIdExtraHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/halls/{id}/extra-hours/{id2}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销单日延时服务，先看约了的人 */
        post: operations["postApiV1StaffHallsIdExtraHoursId2Lift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/halls/{id}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 大厅的接待、未到和等候，每个数怎样算 */
        get: operations["getApiV1StaffHallsIdFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/halls/{id}/figures/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 大厅数字背后的预约和取号 */
        get: operations["getApiV1StaffHallsIdFiguresVisits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/halls/{id}/outages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 大厅为断网留的收件编号 */
        get: operations["getApiV1StaffHallsIdOutages"];
        put?: never;
        /** 为断网留一段收件编号 */
        post: operations["postApiV1StaffHallsIdOutages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/halls/{id}/outages/{id2}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补录完，没用的编号作废 */
        post: operations["postApiV1StaffHallsIdOutagesId2Close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/halls/{id}/outages/{id2}/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 断网时用的纸质收件单（PDF） */
        get: operations["getApiV1StaffHallsIdOutagesId2Forms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/halls/{id}/outages/{id2}/times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记断网的时间 */
        post: operations["postApiV1StaffHallsIdOutagesId2Times"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/halls/{id}/paper-visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补录断网时现场来的人 */
        post: operations["postApiV1StaffHallsIdPaperVisits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/halls/{id}/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 大厅的排班：窗口、事项、时段和号数 */
        get: operations["getApiV1StaffHallsIdSchedules"];
        put?: never;
        /** 从某一天起改排班 */
        post: operations["postApiV1StaffHallsIdSchedules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/halls/{id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 大厅的可预约时段，含留给现场和电话的号源 */
        get: operations["getApiV1StaffHallsIdSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/head-desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 首席代表：等本人办的 */
        get: operations["getApiV1StaffHeadDesk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/hearings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 窗口听取：按证件查找等待本人表示的办件 */
        post: operations["postApiV1StaffHearings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 事后核查：告知承诺、批准后的义务 */
        get: operations["getApiV1StaffInspections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/intake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 窗口收件：按证件查找等待收件的申请 */
        post: operations["postApiV1StaffIntake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/kiosk-asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本大厅自助终端上请求当面核对的人 */
        get: operations["getApiV1StaffKioskAsks"];
        put?: never;
        /** 当面核对自助终端前的人 */
        post: operations["postApiV1StaffKioskAsks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/kiosks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登记过的自助终端 */
        get: operations["getApiV1StaffKiosks"];
        put?: never;
        /** 登记一台自助终端，凭据只显示一次 */
        post: operations["postApiV1StaffKiosks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/kiosks/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用一台自助终端 */
        post: operations["postApiV1StaffKiosksIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/ledgers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本部门的台账 */
        get: operations["getApiV1StaffLedgers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/ledgers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一期台账 */
        get: operations["getApiV1StaffLedgersId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/ledgers/{id}.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一期台账（CSV） */
        get: operations["getApiV1StaffLedgersIdCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本部门的承诺未履行记录 */
        get: operations["getApiV1StaffMarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/marks/{id}/repair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修复承诺未履行记录 */
        post: operations["postApiV1StaffMarksIdRepair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的工作账号 */
        get: operations["getApiV1StaffMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改自己的密码 */
        put: operations["putApiV1StaffMePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我在哪些设备上登录（工作人员） */
        get: operations["getApiV1StaffMeSessions"];
        put?: never;
        post?: never;
        /** 退出所有设备（工作人员） */
        delete: operations["deleteApiV1StaffMeSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 退出一台设备（工作人员） */
        delete: operations["deleteApiV1StaffMeSessionsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 领取动态口令密钥（只显示一次） */
        post: operations["postApiV1StaffMeTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认动态口令，从此登录时需要 */
        post: operations["postApiV1StaffMeTotpConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/notices/{id}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 记录认领的电话通知的结果 */
        post: operations["postApiV1StaffNoticesIdCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/notices/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 认领一个电话通知，看到姓名、号码和内容 */
        post: operations["postApiV1StaffNoticesIdClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/notices/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待电话通知：热线看全部，镇街看本镇街的，认领前隐去姓名和号码 */
        get: operations["getApiV1StaffNoticesCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/obligations/{id}/at-counter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 窗口听取：读给对方听的内容 */
        post: operations["postApiV1StaffObligationsIdAtCounter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/obligations/{id}/at-counter/papers/{id2}/{id3}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 窗口听取：给对方看要确认、签名的材料（带水印） */
        post: operations["postApiV1StaffObligationsIdAtCounterPapersId2Id3"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/obligations/{id}/files/{id2}/{id3}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看对方确认时上传的文件（带水印） */
        get: operations["getApiV1StaffObligationsIdFilesId2Id3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/obligations/{id}/hear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 当面听取后登记确认或签名（对方没有手机） */
        post: operations["postApiV1StaffObligationsIdHear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按证件查找或登记人员 */
        post: operations["postApiV1StaffPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一件积分申请的核定表：各部门只看得到自己核验的几项 */
        get: operations["getApiV1StaffPointsCasesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/cases/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核定一项积分 */
        post: operations["postApiV1StaffPointsCasesIdLines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 申请批次，本部门能打开哪些 */
        get: operations["getApiV1StaffPointsRounds"];
        put?: never;
        /** 开一批申请：时间、名额和最低分 */
        post: operations["postApiV1StaffPointsRounds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/rounds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一批申请的情况 */
        get: operations["getApiV1StaffPointsRoundsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/rounds/{id}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一批里的申请：在哪一步，哪些是为同一个人申请的 */
        get: operations["getApiV1StaffPointsRoundsIdApplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/rounds/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 现在截止申请 */
        post: operations["postApiV1StaffPointsRoundsIdClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/rounds/{id}/conclude": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公示结束，转给作决定的部门 */
        post: operations["postApiV1StaffPointsRoundsIdConclude"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/rounds/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 按排名作出决定，每次一百件 */
        post: operations["postApiV1StaffPointsRoundsIdDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/rounds/{id}/exclusions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记不符合条件的申请 */
        post: operations["postApiV1StaffPointsRoundsIdExclusions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/rounds/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记对公示名单的异议 */
        post: operations["postApiV1StaffPointsRoundsIdObjections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/rounds/{id}/objections/{id2}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复对公示名单的异议 */
        post: operations["postApiV1StaffPointsRoundsIdObjectionsId2Answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/rounds/{id}/objections/{id2}/teller": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看提异议的人的姓名和电话，查看会留记录 */
        get: operations["getApiV1StaffPointsRoundsIdObjectionsId2Teller"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/rounds/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公示排名，并通知每个人 */
        post: operations["postApiV1StaffPointsRoundsIdPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/rounds/{id}/rank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 排名（可以重排，结果可复核） */
        post: operations["postApiV1StaffPointsRoundsIdRank"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/rounds/{id}/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 排名表 */
        get: operations["getApiV1StaffPointsRoundsIdRanking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/rounds/{id}/readmissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销不符合条件的登记，恢复参加排名 */
        post: operations["postApiV1StaffPointsRoundsIdReadmissions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本部门的积分核定表，或有异议待复核的 */
        get: operations["getApiV1StaffPointsSheets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/points/sheets/{id}/objections/{id2}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复积分异议 */
        post: operations["postApiV1StaffPointsSheetsIdObjectionsId2Answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以指定AB角的同事 */
        get: operations["getApiV1StaffPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/preserved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本部门暂缓销毁的办件档案 */
        get: operations["getApiV1StaffPreserved"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 当面核验：证明本人在场 */
        post: operations["postApiV1StaffProofs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/rechecks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 镇街收件的抽检复核 */
        get: operations["getApiV1StaffRechecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/rechecks/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 指定抽检人员 */
        post: operations["postApiV1StaffRechecksIdAssign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/rechecks/{id}/recheckers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以指定的抽检人员 */
        get: operations["getApiV1StaffRechecksIdRecheckers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/rechecks/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记抽检结果 */
        post: operations["postApiV1StaffRechecksIdRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 工作人员登录 */
        post: operations["postApiV1StaffSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的登录还有多久（工作人员） */
        get: operations["getApiV1StaffSessionsCurrent"];
        put?: never;
        post?: never;
        /** 工作人员退出登录 */
        delete: operations["deleteApiV1StaffSessionsCurrent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/stand-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** AB角：谁不在时由谁代办 */
        get: operations["getApiV1StaffStandIns"];
        put?: never;
        /** 指定B角 */
        post: operations["postApiV1StaffStandIns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/stand-ins/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束AB角 */
        post: operations["postApiV1StaffStandInsIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/stand-ins/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记不在岗，由B角代办 */
        post: operations["postApiV1StaffStandInsIdLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/stand-ins/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记返岗，或取消还没开始的不在岗 */
        post: operations["postApiV1StaffStandInsIdReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 窗口服务：按证件查要缴的费、待领的结果和授权 */
        post: operations["postApiV1StaffStanding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办件统计：按事项、部门或大厅 */
        get: operations["getApiV1StaffStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/stats/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 数字背后的办件：一项统计是由哪些办件算出来的 */
        get: operations["getApiV1StaffStatsCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/stats/rechecks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 抽检复核统计：一个月（不写是最近抽过的），按镇街 */
        get: operations["getApiV1StaffStatsRechecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/supervision/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 督办牌：发给我的、我部门的，或全部 */
        get: operations["getApiV1StaffSupervisionCards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/supervision/cards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一张督办牌 */
        get: operations["getApiV1StaffSupervisionCardsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/supervision/cards/{id}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对督办牌提出申诉 */
        post: operations["postApiV1StaffSupervisionCardsIdAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/supervision/cards/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 复核督办牌：维持或撤销 */
        post: operations["postApiV1StaffSupervisionCardsIdReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/supervision/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一件办件的时间在谁手里 */
        get: operations["getApiV1StaffSupervisionCasesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/supervision/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 在办时限：谁快要超期，谁暂停了 */
        get: operations["getApiV1StaffSupervisionClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/supervision/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出督办牌（监察字段，JSON） */
        get: operations["getApiV1StaffSupervisionExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/supervision/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出督办牌（监察字段，CSV） */
        get: operations["getApiV1StaffSupervisionExportCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 工作台用到的名称和选项 */
        get: operations["getApiV1StaffWords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/themes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办事主题 */
        get: operations["getApiV1Themes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/web/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取八位数，到电脑的浏览器里填 */
        post: operations["postApiV1WebCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/web/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 在浏览器里填八位数进入 */
        post: operations["postApiV1WebSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/web/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 这个浏览器里是谁 */
        get: operations["getApiV1WebSessionsCurrent"];
        put?: never;
        post?: never;
        /** 退出浏览器 */
        delete: operations["deleteApiV1WebSessionsCurrent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AbsenceBody
         * @description From now on; `until` left out: until the return is recorded.
         */
        AbsenceBody: {
            /** Reason */
            reason: string;
            /**
             * Until
             * @default null
             */
            until?: string | null;
            /** Version */
            version: number;
        };
        /** AbsenceView */
        AbsenceView: {
            /** End */
            end: string | null;
            /** Reason */
            reason: string;
            /** Recorded By */
            recorded_by: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
        };
        /**
         * AccountSettings
         * @description What roles and place somebody has, in whole, and whether the account is closed.
         */
        AccountSettings: {
            /**
             * Department
             * @default null
             */
            department?: string | null;
            /**
             * Disabled
             * @default false
             */
            disabled?: boolean;
            /**
             * Hall
             * @default null
             */
            hall?: string | null;
            /** Roles */
            roles: components["schemas"]["Role"][];
            /**
             * Town
             * @default null
             */
            town?: string | null;
        };
        /**
         * ActionView
         * @description Something the viewer may do now; `action` is the last part of its address.
         */
        ActionView: {
            /** Action */
            action: string;
            /** Label */
            label: string;
        };
        /**
         * ActSubjectsView
         * @description What rows of the audit log are about.
         */
        ActSubjectsView: {
            /** Subjects */
            subjects: components["schemas"]["models__common_views__WordView"][];
        };
        /**
         * AdviceBody
         * @description The circumstances an advice slip is asked for: answers of the item's form that decide what is needed.
         */
        AdviceBody: {
            /**
             * Agent
             * @default false
             */
            agent?: boolean;
            /** Circumstances */
            circumstances?: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /**
             * Region
             * @default null
             */
            region?: string | null;
        };
        /**
         * AdviceSlipView
         * @description An advice slip as its reader sees it.
         */
        AdviceSlipView: {
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            /** Given By */
            given_by: string;
            /** Id */
            id: string;
            /** Item */
            item: string;
            /** Item Version */
            item_version: string;
            /** Number */
            number: string;
            /** Page */
            page: string;
            /** Pdf */
            pdf: string;
            text: components["schemas"]["SlipText"];
        };
        /**
         * AffectedView
         * @description An appointment a closure hits; the name is masked. `ticket`: of who has come already; `reached`: they have a telephone or an account,
         *     so that notices reach them.
         */
        AffectedView: {
            /** Id */
            id: string;
            /** Items */
            items: string[];
            /** Name */
            name: string;
            /** Reached */
            reached: boolean;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /** Ticket */
            ticket: string | null;
        };
        /**
         * AgreeBody
         * @description Agrees to what is proposed about the account as it was seen.
         */
        AgreeBody: {
            /** Version */
            version: number;
        };
        /**
         * AgreedAskView
         * @description `case`: the application that goes on here.
         */
        AgreedAskView: {
            /**
             * Case
             * @default null
             */
            case?: string | null;
            /** Detail */
            detail: string;
            kind: components["schemas"]["AskKind"];
        };
        /**
         * Among
         * @description One of the entries must be of the other one, of the applicant in the record of whom the form names and the other way about: by its
         *     number, where it has one, else by the name that its member `by` holds.
         */
        Among: {
            /**
             * By
             * @default name
             */
            by?: string;
            /** Lists */
            lists: string[];
            /**
             * Where
             * @default []
             */
            where?: components["schemas"]["Condition"][];
        };
        /**
         * AnnulBody
         * @description `basis`: the rule. `hearing`: when and how the hearing was held, where the applicant asked for one.
         */
        AnnulBody: {
            /** Basis */
            basis: string;
            /**
             * Hearing
             * @default null
             */
            hearing?: string | null;
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * AnswerBody
         * @description `token`: of the QR code, where the offer names nobody.
         */
        AnswerBody: {
            /**
             * Token
             * @default null
             */
            token?: string | null;
        };
        /**
         * AnsweredView
         * @description What became of many appointments that were answered at once: as they are now, and those refused, each with the reason.
         */
        AnsweredView: {
            /** Items */
            items: components["schemas"]["DeskView"][];
            /** Refused */
            refused: components["schemas"]["RefusedView"][];
        };
        /** AnswerRoundBody */
        AnswerRoundBody: {
            /** Finding */
            finding: string;
            /** Upheld */
            upheld: boolean;
            /** Version */
            version: number;
        };
        /**
         * AnswersBody
         * @description Confirms many appointments at once, or declines them with one reason all of their citizens read.
         */
        AnswersBody: {
            /** Appointments */
            appointments: components["schemas"]["Seen"][];
            /**
             * Decline
             * @default null
             */
            decline?: string | null;
        };
        /** AnswerSheetBody */
        AnswerSheetBody: {
            /** Findings */
            findings: components["schemas"]["FindingBody"][];
            /** Version */
            version: number;
        };
        /**
         * AnswerView
         * @description An answer as the office reads it: its label and its words, empty where it was taken back; `source`: which register it was taken
         *     from, where it is as given. `bound`: it takes no other answer than the registered one, so that only the register can be put right. `earlier`: what was answered before, the newest first.
         */
        AnswerView: {
            /** Bound */
            bound: boolean;
            /** Earlier */
            earlier: components["schemas"]["EarlierAnswerView"][];
            /** Field */
            field: string;
            /** Label */
            label: string;
            /** Shown */
            shown: string;
            /** Source */
            source: string;
        };
        /**
         * AppealBody
         * @description The head's grounds.
         */
        AppealBody: {
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * AppliedListView
         * @description A page of them. `same`: with the first page, those not excluded that are for one and the same person, of which one only is
         *     ranked.
         */
        AppliedListView: {
            /** Items */
            items: components["schemas"]["AppliedView"][];
            /** Next */
            next: string | null;
            /** Same */
            same: components["schemas"]["AppliedView"][][];
        };
        /**
         * AppliedView
         * @description One application of a round. `about`: of whom it is for, masked; `over`: nothing of it can be ranked any more; `opens`: whether
         *     whoever reads may open the case itself.
         */
        AppliedView: {
            /** About */
            about: string;
            /** Case */
            case: string;
            /** Excluded */
            excluded: boolean;
            /** Number */
            number: string;
            /** Opens */
            opens: boolean;
            /** Over */
            over: boolean;
            /** Person Name */
            person_name: string;
            /** State */
            state: string;
        };
        /**
         * ArchivableView
         * @description A closed case that may be archived now, or why not yet. `supplements`: the list it went with before, where its decision was gone
         *     into again since; empty where it never went.
         */
        ArchivableView: {
            /** Case */
            case: string;
            /**
             * Closed At
             * Format: date-time
             */
            closed_at: string;
            /** Item Name */
            item_name: string;
            /** Number */
            number: string;
            /** Ready */
            ready: boolean;
            /** Reason */
            reason: string;
            /** Retention */
            retention: string;
            /** Supplements */
            supplements: string;
        };
        /**
         * ArchiveBody
         * @description The cases of one transfer, each once.
         */
        ArchiveBody: {
            /** Cases */
            cases: string[];
        };
        /**
         * ArchivedView
         * @description The case is archived: under which transfer list, and how long it is kept; `until` is empty where it has no end. `changed_at`: its
         *     decision was gone into again, and what came of it is not handed over yet; `supplements` are the lists of what was. Once it is
         *     destroyed with the list `destruction`, nothing of it is left but number, item and dates.
         */
        ArchivedView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Changed At */
            changed_at: string | null;
            /** Destroyed At */
            destroyed_at: string | null;
            /** Destruction */
            destruction: string;
            /** Number */
            number: string;
            /** Retention */
            retention: string;
            /** Supplements */
            supplements: string[];
            /** Until */
            until: string;
        };
        /**
         * AskedFile
         * @description What a counterpart uploads with their yes, such as the imprint (印模) of a seal. `max_mb`: of each file.
         */
        AskedFile: {
            /** Accepts */
            accepts: components["schemas"]["FileKind"][];
            /**
             * Help
             * @default
             */
            help?: string;
            /** Key */
            key: string;
            /**
             * Max Files
             * @default 1
             */
            max_files?: number;
            /**
             * Max Mb
             * @default 20
             */
            max_mb?: number;
            /** Name */
            name: string;
            /**
             * Required
             * @default true
             */
            required?: boolean;
        };
        /**
         * AskedMaterialView
         * @description How one material may be handed in. `accepts`: kinds of file ("jpeg", "pdf" …); `standard`: what a good one looks like.
         *
         *     `width`, `height`: of a photograph the item wants of exactly that size, in points; else 0.
         */
        AskedMaterialView: {
            /** Accepts */
            accepts: string[];
            /** Height */
            height: number;
            /** Key */
            key: string;
            /** Licence */
            licence: boolean;
            /** Max Files */
            max_files: number;
            /** Max Mb */
            max_mb: number;
            /** Name */
            name: string;
            /** Standard */
            standard: string;
            /** Upload */
            upload: boolean;
            /** Width */
            width: number;
        };
        /**
         * AskedRow
         * @description One thing somebody has to do for a case, or has done, in a list. `applicant`: masked, unless it is a unit or themselves.
         *
         *     `case`: for the applicant's own matters only; others see no more of it than they are asked about.
         */
        AskedRow: {
            /** Applicant */
            applicant: string;
            /** Case */
            case: string | null;
            /** Declined At */
            declined_at: string | null;
            /** Due */
            due: string | null;
            /** Ended For */
            ended_for: string;
            /** Id */
            id: string;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            kind: components["schemas"]["models__common_views__WordView"];
            /** Met At */
            met_at: string | null;
            /** Name */
            name: string;
            /** Open */
            open: boolean;
            /** Overdue */
            overdue: boolean;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Who Name */
            who_name: string;
        };
        /**
         * AskedView
         * @description Everything somebody sees before they confirm or sign; `digest` goes into the answer.
         *
         *     `applicant`: in full; `applicant_number`: their document number, masked, or the credit code of a unit.
         *
         *     `asks`: the fields of their own half; `uploads`: what they upload with it. `text`, `materials`: what it is about beside the answers
         *     shown; `papers`: the files of those, to be looked at (`…/papers/{key}/{number}`). `answers`, `files`, `reason`: what they answered. `actions`: the last parts of the addresses that are open now.
         */
        AskedView: {
            /** Actions */
            actions: string[];
            /** Answers */
            answers: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Applicant */
            applicant: string;
            /** Applicant Number */
            applicant_number: string;
            /** Asks */
            asks: components["schemas"]["FormField"][];
            /** Case */
            case: string | null;
            /** Case Number */
            case_number: string | null;
            /** Declined At */
            declined_at: string | null;
            /** Digest */
            digest: string;
            /** Due */
            due: string | null;
            /** Ended For */
            ended_for: string;
            /** Files */
            files: components["schemas"]["EnclosureView"][];
            /** Id */
            id: string;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            kind: components["schemas"]["models__common_views__WordView"];
            /** Materials */
            materials: string[];
            /** Met At */
            met_at: string | null;
            /** Name */
            name: string;
            /** Open */
            open: boolean;
            /** Overdue */
            overdue: boolean;
            /** Papers */
            papers: components["schemas"]["EnclosureView"][];
            /** Reason */
            reason: string;
            /** Shown */
            shown: components["schemas"]["ShownAnswer"][];
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Text */
            text: string;
            /** Uploads */
            uploads: components["schemas"]["AskedFile"][];
            /** Who Name */
            who_name: string;
        };
        /**
         * AskKind
         * @description What is to come of it.
         * @enum {string}
         */
        AskKind: "enter" | "prove" | "carry" | "staff";
        /**
         * AskRecusalBody
         * @description `who`: by name, as the applicant knows them.
         */
        AskRecusalBody: {
            /** Reason */
            reason: string;
            /** Version */
            version: number;
            /** Who */
            who: string;
        };
        /**
         * AskState
         * @enum {string}
         */
        AskState: "open" | "agreed" | "refused" | "used" | "over";
        /**
         * AttestAtKioskBody
         * @description What staff read: the number on the kiosk's screen, and the last four of the number on the card of whoever stands there.
         */
        AttestAtKioskBody: {
            /** Last Four */
            last_four: string;
            /** Number */
            number: string;
        };
        /**
         * AttestBody
         * @description A member of staff attests that this person stands before them, and for what. `filing`: the person wants them to write down what
         *     they apply for (代录). `paper`: they are not there; the form they signed while there was no system is written down, and nothing else.
         */
        AttestBody: {
            citizen: components["schemas"]["PersonDocument"];
            /**
             * Filing
             * @default false
             */
            filing?: boolean;
            /** @default null */
            paper?: components["schemas"]["PaperForm"] | null;
            /** Purpose */
            purpose: string;
        };
        /** AttestedAtKioskView */
        AttestedAtKioskView: {
            /** Detail */
            detail: string;
        };
        /** AttestedView */
        AttestedView: {
            /** Detail */
            detail: string;
            method: components["schemas"]["ProofMethod"];
            person: components["schemas"]["PersonView"];
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * AuthorisationLevel
         * @description How far an authorisation goes; only the last one decides.
         * @enum {string}
         */
        AuthorisationLevel: "accept" | "review" | "decide";
        /** AuthorisationsView */
        AuthorisationsView: {
            /** Items */
            items: components["schemas"]["models__authorisations__AuthorisationView"][];
        };
        /**
         * AuthorisationVersionBody
         * @description An act on the page as it was read.
         */
        AuthorisationVersionBody: {
            /** Version */
            version: number;
        };
        /**
         * AuthorityView
         * @description The chief representative's authorisation the decision rests on.
         */
        AuthorityView: {
            /** As Deputy */
            as_deputy: boolean;
            /** Authorisation */
            authorisation: string;
            /** Document Number */
            document_number: string;
        };
        /**
         * AwaitedWord
         * @description One word somebody may give at a counter. `applicant`: masked, unless it is a unit or their own matter.
         *
         *     `kind`: `statement` on a decision to be taken back, with why and until when; `confirmation` or `signature` of `obligation`, whose
         *     page (`…/at-counter`) is read to them first. `name`: of the obligation, or what is proposed. `here`: whether this counter hears it; `says`: that, or where to go.
         */
        AwaitedWord: {
            /** Applicant */
            applicant: string;
            /** Case */
            case: string;
            /** Case Number */
            case_number: string | null;
            /** Hearing Offered */
            hearing_offered: boolean;
            /** Here */
            here: boolean;
            /** Item Name */
            item_name: string;
            kind: components["schemas"]["models__common_views__WordView"];
            /** Name */
            name: string;
            /** Obligation */
            obligation: string | null;
            /** Proposed Basis */
            proposed_basis: string | null;
            /** Proposed For */
            proposed_for: string | null;
            /** Says */
            says: string;
            /** Statement */
            statement: string | null;
            /** Until */
            until: string | null;
            /** Version */
            version: number;
        };
        /**
         * AwaitingLetter
         * @description Cases of an item that wait for a decision which only one letter allows.
         */
        AwaitingLetter: {
            /** Cases */
            cases: number;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
        };
        /** BatchRow */
        BatchRow: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Cases */
            cases: number;
            /** Id */
            id: string;
            /** Number */
            number: string;
        };
        /** BatchView */
        BatchView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Cases */
            cases: number;
            /** Entries */
            entries: components["schemas"]["EntryView"][];
            /** Id */
            id: string;
            /** Number */
            number: string;
        };
        /**
         * BeginDraftBody
         * @description `effective_from`: the day a new version is to begin, a copy of the last one; absent: the text as it is, to change a version
         *     that has not begun.
         */
        BeginDraftBody: {
            /**
             * Effective From
             * @default null
             */
            effective_from?: string | null;
        };
        /**
         * BillView
         * @description A payment slip. Amounts in yuan. `actions`: the last parts of the addresses that are open now.
         */
        BillView: {
            /** Actions */
            actions: string[];
            /** Blocks */
            blocks: string;
            /** Case */
            case: string;
            /** Case Number */
            case_number: string;
            /**
             * Drawn At
             * Format: date-time
             */
            drawn_at: string;
            /**
             * Due
             * Format: date-time
             */
            due: string;
            /** Due Amount */
            due_amount: string;
            /** Ended For */
            ended_for: string;
            /** Id */
            id: string;
            /** Item Name */
            item_name: string;
            /** Label */
            label: string;
            /** Lines */
            lines: components["schemas"]["models__payments__LineView"][];
            /** Number */
            number: string;
            order: components["schemas"]["OrderView"] | null;
            /** Overdue */
            overdue: boolean;
            /** Paid By */
            paid_by: string | null;
            /** Person Name */
            person_name: string;
            receipt: components["schemas"]["ReceiptView"] | null;
            /** Reduced */
            reduced: string;
            /** Reduced For */
            reduced_for: string;
            /** Refunds */
            refunds: components["schemas"]["RefundView"][];
            /** Settled At */
            settled_at: string | null;
            /** State */
            state: string;
            /** Total */
            total: string;
            /** Version */
            version: number;
        };
        /**
         * BudgetView
         * @description One limit: minutes of office time allowed, used and beyond it, and who used them.
         */
        BudgetView: {
            /** Due */
            due: string | null;
            /** Limit Minutes */
            limit_minutes: number | null;
            /** Name */
            name: string;
            /** Over Minutes */
            over_minutes: number;
            /** Running */
            running: boolean;
            /** Scope */
            scope: string;
            /** Scope Name */
            scope_name: string;
            /** Step */
            step: string;
            /** Used Minutes */
            used_minutes: number;
            /** Uses */
            uses: components["schemas"]["UseView"][];
        };
        /**
         * BundleView
         * @description The bundle a part belongs to, for the departments that work on it: who stands where, and nothing of the applicant's.
         */
        BundleView: {
            /** Id */
            id: string;
            /** Item Name */
            item_name: string;
            /** Number */
            number: string | null;
            /** Parts */
            parts: components["schemas"]["PartView"][];
            state: components["schemas"]["StateView"];
        };
        /**
         * ByHandView
         * @description A certificate its rule did not give, for whoever may grant it: what they write where the registers do not say it. Without any
         *     `facts` the paper is another authority's own file.
         */
        ByHandView: {
            /** Facts */
            facts: components["schemas"]["ToStateView"][];
            /** Offers No Record */
            offers_no_record: boolean;
        };
        /**
         * CalendarDayBody
         * @description `version`: of the day as it was seen; absent where it had not been changed before. `source`: who ordered it, and where
         *     that can be read.
         */
        CalendarDayBody: {
            kind: components["schemas"]["models__calendar__DayKind"];
            /** Name */
            name: string;
            /** Source */
            source: string;
            /**
             * Version
             * @default null
             */
            version?: number | null;
        };
        /**
         * CalendarDaysView
         * @description A year. `days`: its holidays and make-up working days as they hold, in order; `items`: what staff changed, with who and
         *     why. `published`: whether the make-up working days are known; `source`: whose arrangement it is, empty where there is none.
         */
        CalendarDaysView: {
            /** Days */
            days: components["schemas"]["NotableDayView"][];
            /** Items */
            items: components["schemas"]["CalendarDayView"][];
            /** Published */
            published: boolean;
            /** Source */
            source: string;
            /** Year */
            year: number;
        };
        /**
         * CalendarDayView
         * @description A changed day.
         */
        CalendarDayView: {
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Changed By */
            changed_by: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Name */
            name: string;
            /** Source */
            source: string;
            /** Version */
            version: number;
        };
        /**
         * CallBackBody
         * @description When the principal can be called, and at whose number: a neighbour's, a landline, the agent's own while they are together.
         */
        CallBackBody: {
            /**
             * Day
             * Format: date
             */
            day: string;
            half: components["schemas"]["Half"];
            /** Phone */
            phone: string;
        };
        /**
         * CallBackView
         * @description `phone`: for staff only, masked until they take it on, else empty. `agents_own`: for them, too, whether it is the agent's: whoever
         *     answers need not be the principal. `missed`: the half-day is over, and nobody has heard them. For staff, too: `tries`, the calls in which
         *     they were not heard, `not_before`, when to call next, and `due`, whether it is time.
         */
        CallBackView: {
            /**
             * Agents Own
             * @default false
             */
            agents_own?: boolean;
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Due
             * @default true
             */
            due?: boolean;
            half: components["schemas"]["Half"];
            /** Half Label */
            half_label: string;
            /**
             * Missed
             * @default false
             */
            missed?: boolean;
            /**
             * Not Before
             * @default null
             */
            not_before?: string | null;
            /**
             * Phone
             * @default
             */
            phone?: string;
            /** Tries */
            tries?: components["schemas"]["TriedView"][];
        };
        /**
         * CalledByView
         * @description Who called a visitor to a counter.
         */
        CalledByView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * CalledView
         * @description Somebody called to a counter. `name` is masked; `voice`: what is spoken, the number and the counter and nobody's name.
         */
        CalledView: {
            /**
             * Called At
             * Format: date-time
             */
            called_at: string;
            /** Calls */
            calls: number;
            /** Counter */
            counter: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Voice */
            voice: string;
        };
        /**
         * CallerAppointmentsView
         * @description What was found; nothing where nothing fits.
         */
        CallerAppointmentsView: {
            /** Items */
            items: components["schemas"]["CallerAppointmentView"][];
        };
        /**
         * CallerAppointmentView
         * @description An appointment as it is told on the telephone: names masked. `bring`: what to bring; `papers`: how those handed in online stand,
         *     empty where none were; `actions`: what may be done for the caller now, `why_not` in words why nothing may.
         */
        CallerAppointmentView: {
            /** Actions */
            actions: string[];
            /** Agent */
            agent: string | null;
            /** Bring */
            bring: string[];
            /** Code */
            code: string;
            /** Counter Name */
            counter_name: string;
            /** Hall */
            hall: string;
            /** Hall Name */
            hall_name: string;
            /** Id */
            id: string;
            /** Item Names */
            item_names: string[];
            /** Items */
            items: string[];
            /** Moved */
            moved: string | null;
            /** Name */
            name: string;
            /** Papers */
            papers: string;
            /** People */
            people: string[];
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /** Status */
            status: string;
            /** Version */
            version: number;
            /** When */
            when: string;
            /** Why Not */
            why_not: string;
        };
        /**
         * CallerBody
         * @description Whom staff book for: by document where they have an account, else by name and phone; who stands there may leave out both.
         */
        CallerBody: {
            /** @default null */
            document_type?: components["schemas"]["DocumentType"] | null;
            /**
             * Id Number
             * @default null
             */
            id_number?: string | null;
            /** Name */
            name: string;
            /**
             * Phone
             * @default null
             */
            phone?: string | null;
        };
        /**
         * CallOutcome
         * @description What came of a phone call.
         * @enum {string}
         */
        CallOutcome: "reached" | "relative" | "no_answer" | "wrong_number" | "told_at_door" | "later";
        /**
         * CallsView
         * @description A hall as it is `at`, by the product's clock: the latest call first, without those to what has closed since; how many wait, and how many of
         *     them are called before the others; what is closed today.
         */
        CallsView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Closed */
            closed: components["schemas"]["ClosedView"][];
            /** Hall */
            hall: string;
            /** Hall Name */
            hall_name: string;
            /** Items */
            items: components["schemas"]["CalledView"][];
            /**
             * Today
             * Format: date
             */
            today: string;
            /** Urgent */
            urgent: number;
            /** Waiting */
            waiting: number;
        };
        /** CancelBody */
        CancelBody: {
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /** Version */
            version: number;
        };
        /**
         * CardReading
         * @description What a reader tells of the card that lies on it. `mac`: HMAC-SHA256 under the reader's key, see `text`.
         */
        CardReading: {
            document_type: components["schemas"]["DocumentType"];
            /** Id Number */
            id_number: string;
            /** Mac */
            mac: string;
            /** Name */
            name: string;
            /** Nonce */
            nonce: string;
            /** Read At */
            read_at: string;
            /** Reader */
            reader: string;
            /**
             * Valid Until
             * @default null
             */
            valid_until?: string | null;
        };
        /**
         * CardView
         * @description A card as its reader sees it. `actions`: what the reader may do about it now.
         */
        CardView: {
            /** Actions */
            actions: string[];
            appeal: components["schemas"]["StatementView"] | null;
            /** Appeal Until */
            appeal_until: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Due */
            due: string | null;
            /** Heads */
            heads: string[];
            holder: components["schemas"]["HolderView"];
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Level */
            level: string;
            /** Level Name */
            level_name: string;
            /** Limit Minutes */
            limit_minutes: number | null;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Rests On */
            rests_on: string[];
            review: components["schemas"]["ReviewView"] | null;
            /** Sentence */
            sentence: string;
            /** State */
            state: string;
            /** State Name */
            state_name: string;
            /** Step */
            step: string;
            /** Step Name */
            step_name: string;
            /** Subject */
            subject: string;
            /** Subject Number */
            subject_number: string;
            /** Title */
            title: string;
            /** Used Minutes */
            used_minutes: number | null;
            /** Version */
            version: number;
        };
        /**
         * CaseEffect
         * @description What would be different for one case. A member that is empty or None: nothing of that kind.
         */
        CaseEffect: {
            /** @default null */
            after?: components["schemas"]["Verdict"] | null;
            /** @default null */
            before?: components["schemas"]["Verdict"] | null;
            /** Data */
            data?: string[];
            /**
             * Due After
             * @default null
             */
            due_after?: string | null;
            /**
             * Due Before
             * @default null
             */
            due_before?: string | null;
            /**
             * Ended
             * @default
             */
            ended?: string;
            /** Fixed */
            fixed?: string[];
            /** Newly Asked */
            newly_asked?: string[];
            /** No Longer Asked */
            no_longer_asked?: string[];
            /** Number */
            number: string;
            /**
             * On
             * Format: date
             */
            on: string;
            /**
             * Proxy
             * @default
             */
            proxy?: string;
            /**
             * Said
             * @default
             */
            said?: string;
            /** To Fill */
            to_fill?: string[];
        };
        /**
         * CaseFormView
         * @description `on`: the day it is filled in. `materials`: all of the item's; which of them are asked now, the case says.
         */
        CaseFormView: {
            /** Applicant */
            applicant: string;
            /** Fields */
            fields: components["schemas"]["FormField"][];
            /** Item Version */
            item_version: string;
            /** Materials */
            materials: components["schemas"]["AskedMaterialView"][];
            /**
             * On
             * Format: date
             */
            on: string;
        };
        /**
         * CaseForStaff
         * @description A case as staff see it: who has it in hand, and what changed since it was last looked at.
         *
         *     `masked`: answers and findings are hidden from this reader, who does not work on the case.
         */
        CaseForStaff: {
            accepted_by: components["schemas"]["WhoView"] | null;
            /** Actions */
            actions: components["schemas"]["ActionView"][];
            /** Agent Name */
            agent_name: string | null;
            /** Answers */
            answers: components["schemas"]["AnswerView"][];
            /** Appointments */
            appointments: string[];
            archived: components["schemas"]["ArchivedView"] | null;
            authority: components["schemas"]["AuthorityView"] | null;
            /** Barred */
            barred: string;
            /** Bundle */
            bundle: string | null;
            by_hand: components["schemas"]["ByHandView"] | null;
            /** Certificate */
            certificate: string | null;
            /** Changes */
            changes: components["schemas"]["ChangeView"][];
            /** Channel */
            channel: string;
            /** Claimed At */
            claimed_at: string | null;
            /** Claimed Until */
            claimed_until: string | null;
            clock: components["schemas"]["ClockView"];
            /** Closed At */
            closed_at: string | null;
            compared: components["schemas"]["ComparedView"] | null;
            completion: components["schemas"]["models__common_views__WordView"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            decision: components["schemas"]["DecisionView"] | null;
            /** Delivery */
            delivery: string | null;
            /** Department */
            department: string;
            /** Differences */
            differences: components["schemas"]["DifferenceView"][];
            /** Differs */
            differs: boolean;
            /** Duties */
            duties: components["schemas"]["DutyView"][];
            /** Earlier Materials */
            earlier_materials: components["schemas"]["EarlierMaterialView"][];
            /** Ended For */
            ended_for: string;
            /** Failed Look */
            failed_look: boolean;
            /** File When Passed */
            file_when_passed: boolean;
            /** Filed At */
            filed_at: string | null;
            /** Filled */
            filled: components["schemas"]["FilledView"][];
            /** Form */
            form: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            founded: components["schemas"]["FoundedView"] | null;
            grant: components["schemas"]["CaseGrantView"] | null;
            green: components["schemas"]["GreenView"] | null;
            /** Green Grounds */
            green_grounds: components["schemas"]["models__common_views__WordView"][];
            /** Green Reason */
            green_reason: string;
            /** Handed Over For */
            handed_over_for: string;
            handing: components["schemas"]["HandingView"] | null;
            handle_area: components["schemas"]["models__common_views__WordView"];
            /** Hands */
            hands: components["schemas"]["HandView"][];
            hold: components["schemas"]["HoldView"] | null;
            /** Id */
            id: string;
            /** In Place Of */
            in_place_of: string | null;
            /** In The Name Of */
            in_the_name_of: string;
            inspection: components["schemas"]["InspectionView"] | null;
            intake: components["schemas"]["IntakeView"] | null;
            /** Internal Due */
            internal_due: string | null;
            /** Is Licence */
            is_licence: boolean;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            /** Item Version */
            item_version: string;
            late_entry: components["schemas"]["LateEntryView"] | null;
            /** Masked */
            masked: boolean;
            /** Materials */
            materials: components["schemas"]["CaseMaterialView"][];
            /** May Book */
            may_book: boolean;
            /** May Photograph */
            may_photograph: boolean;
            /** Number */
            number: string | null;
            /** Obligations */
            obligations: components["schemas"]["ObligationView"][];
            /** Offers */
            offers: components["schemas"]["models__decision_views__OfferView"][];
            /** Papers */
            papers: components["schemas"]["PaperView"][];
            /** Papers Shut */
            papers_shut: string;
            /** Parts */
            parts: components["schemas"]["PartView"][];
            /** Person Name */
            person_name: string;
            /** Photographs */
            photographs: components["schemas"]["PhotographView"][];
            /** Receipt */
            receipt: string | null;
            received_by: components["schemas"]["WhoView"] | null;
            /** Received Town */
            received_town: string | null;
            /** Recusable */
            recusable: components["schemas"]["NamedView"][];
            /** Recusal Requests */
            recusal_requests: components["schemas"]["RecusalRequestView"][];
            /** Recusals */
            recusals: components["schemas"]["RecusalView"][];
            /** Region */
            region: string | null;
            /** Rests */
            rests: components["schemas"]["RestsView"][];
            /** Rests On */
            rests_on: {
                [key: string]: components["schemas"]["RestsOnView"];
            };
            result: components["schemas"]["models__decision_views__ResultView"] | null;
            /** Returns */
            returns: components["schemas"]["ReturnView"][];
            reviewer: components["schemas"]["WhoView"] | null;
            /** Signed */
            signed: components["schemas"]["FileView"][];
            /** Sources */
            sources: {
                [key: string]: components["schemas"]["Origin"];
            };
            state: components["schemas"]["StateView"];
            /** Steps */
            steps: components["schemas"]["models__case_views__StepView"][];
            /** Submissions */
            submissions: components["schemas"]["SubmissionView"][];
            /** To Fill */
            to_fill: components["schemas"]["ToFillView"][];
            /** Unfit */
            unfit: components["schemas"]["UnfitView"][];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Urged At */
            urged_at: string | null;
            /** Urges */
            urges: number;
            verdicts: components["schemas"]["VerdictsView"] | null;
            /** Version */
            version: number;
            /** Waits */
            waits: {
                [key: string]: string;
            };
        };
        /**
         * CaseGrantView
         * @description By what somebody acts for the applicant: 委托, 监护 and the like, for what, until when, and how it stands now.
         */
        CaseGrantView: {
            /** Basis */
            basis: string;
            /** Powers */
            powers: string[];
            /** State */
            state: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * CaseMaterialView
         * @description One material: what was handed in, what was said of it, and what is asked.
         */
        CaseMaterialView: {
            asked: components["schemas"]["LicenceAskedView"] | null;
            /** Bring Original */
            bring_original: boolean;
            /** By Word */
            by_word: boolean;
            /** Committed */
            committed: string;
            /** Exempt */
            exempt: string;
            /** Exempt By */
            exempt_by: string;
            /** Files */
            files: components["schemas"]["FileView"][];
            /** Help */
            help: string;
            /** Key */
            key: string;
            later: components["schemas"]["LaterView"] | null;
            licence: components["schemas"]["LicenceView"] | null;
            /** Licence Possible */
            licence_possible: boolean;
            /** Name */
            name: string;
            need: components["schemas"]["models__common_views__WordView"];
            original: components["schemas"]["OriginalView"] | null;
            photo: components["schemas"]["PhotoView"] | null;
            verdict: components["schemas"]["VerdictView"] | null;
        };
        /**
         * CaseRow
         * @description A case in a list: no answers, no materials.
         */
        CaseRow: {
            /** Agent Name */
            agent_name: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Differs */
            differs: boolean;
            /** Due */
            due: string | null;
            green: components["schemas"]["GreenView"] | null;
            hold: components["schemas"]["HoldView"] | null;
            /** Id */
            id: string;
            /** In Place Of */
            in_place_of: string | null;
            /** Internal Due */
            internal_due: string | null;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            /** Number */
            number: string | null;
            /** Overdue */
            overdue: boolean;
            /** Person Name */
            person_name: string;
            /** Queued At */
            queued_at: string | null;
            /** Reviewer */
            reviewer: string | null;
            state: components["schemas"]["StateView"];
            /** Turn Due */
            turn_due: string | null;
            /** Turn Overdue */
            turn_overdue: boolean;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Urges */
            urges: number;
            /** Version */
            version: number;
            /** Waiting Minutes */
            waiting_minutes: number | null;
            /** Waits For */
            waits_for: string;
        };
        /**
         * CaseView
         * @description A case as its applicant or their agent sees it.
         */
        CaseView: {
            /** Actions */
            actions: components["schemas"]["ActionView"][];
            /** Agent Name */
            agent_name: string | null;
            /** Appointments */
            appointments: string[];
            archived: components["schemas"]["ArchivedView"] | null;
            /** Bundle */
            bundle: string | null;
            /** Certificate */
            certificate: string | null;
            /** Channel */
            channel: string;
            clock: components["schemas"]["ClockView"];
            /** Closed At */
            closed_at: string | null;
            completion: components["schemas"]["models__common_views__WordView"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            decision: components["schemas"]["DecisionView"] | null;
            /** Delivery */
            delivery: string | null;
            /** Department */
            department: string;
            /** Differences */
            differences: components["schemas"]["DifferenceView"][];
            /** Duties */
            duties: components["schemas"]["DutyView"][];
            /** Ended For */
            ended_for: string;
            /** File When Passed */
            file_when_passed: boolean;
            /** Filed At */
            filed_at: string | null;
            /** Filled */
            filled: components["schemas"]["FilledView"][];
            /** Form */
            form: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            founded: components["schemas"]["FoundedView"] | null;
            green: components["schemas"]["GreenView"] | null;
            /** Handed Over For */
            handed_over_for: string;
            handle_area: components["schemas"]["models__common_views__WordView"];
            /** Hands */
            hands: components["schemas"]["HandView"][];
            hold: components["schemas"]["HoldView"] | null;
            /** Id */
            id: string;
            /** In The Name Of */
            in_the_name_of: string;
            inspection: components["schemas"]["InspectionView"] | null;
            intake: components["schemas"]["IntakeView"] | null;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            /** Item Version */
            item_version: string;
            /** Materials */
            materials: components["schemas"]["CaseMaterialView"][];
            /** May Book */
            may_book: boolean;
            /** Number */
            number: string | null;
            /** Obligations */
            obligations: components["schemas"]["ObligationView"][];
            /** Offers */
            offers: components["schemas"]["models__decision_views__OfferView"][];
            /** Papers */
            papers: components["schemas"]["PaperView"][];
            /** Parts */
            parts: components["schemas"]["PartView"][];
            /** Person Name */
            person_name: string;
            /** Receipt */
            receipt: string | null;
            /** Recusal Requests */
            recusal_requests: components["schemas"]["RecusalRequestView"][];
            /** Region */
            region: string | null;
            result: components["schemas"]["models__decision_views__ResultView"] | null;
            /** Returns */
            returns: components["schemas"]["ReturnView"][];
            /** Signed */
            signed: components["schemas"]["FileView"][];
            /** Sources */
            sources: {
                [key: string]: components["schemas"]["Origin"];
            };
            state: components["schemas"]["StateView"];
            /** Steps */
            steps: components["schemas"]["models__case_views__StepView"][];
            /** Submissions */
            submissions: components["schemas"]["SubmissionView"][];
            /** Unfit */
            unfit: components["schemas"]["UnfitView"][];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Urged At */
            urged_at: string | null;
            /** Urges */
            urges: number;
            /** Version */
            version: number;
        };
        /**
         * CertificateState
         * @description `expired` is never stored: it follows from `valid_until`. `void` is a number that was taken and not used.
         * @enum {string}
         */
        CertificateState: "valid" | "revoked" | "superseded" | "expired" | "void";
        /**
         * CertificateView
         * @description A certificate as its holder or agent sees it: their own name, the number masked.
         */
        CertificateView: {
            /**
             * Agent Name
             * @default null
             */
            agent_name?: string | null;
            /** Case */
            case: string;
            /** File Url */
            file_url: string;
            /** Holder Name */
            holder_name: string;
            /** Holder Number */
            holder_number: string;
            /** Id */
            id: string;
            /**
             * Issued At
             * Format: date-time
             */
            issued_at: string;
            /** Issuer */
            issuer: string;
            /** Item */
            item: string;
            /**
             * No Record
             * @default false
             */
            no_record?: boolean;
            /** Number */
            number: string;
            /**
             * Reason
             * @default
             */
            reason?: string;
            /** Relayed */
            relayed: boolean;
            /**
             * Scribe Name
             * @default null
             */
            scribe_name?: string | null;
            state: components["schemas"]["CertificateState"];
            /** State Label */
            state_label: string;
            /** Title */
            title: string;
            /**
             * Valid Until
             * @default null
             */
            valid_until?: string | null;
            /** Verify Code */
            verify_code: string;
            /** Verify Url */
            verify_url: string;
            /** Version */
            version: number;
        };
        /**
         * ChainView
         * @description One part of the chain, recomputed. `next`: goes into `?after=` for the part behind it; None on the last.
         */
        ChainView: {
            /** Batches */
            batches: number;
            /** Checked */
            checked: number;
            /** Faults */
            faults: string[];
            /**
             * Next
             * @default null
             */
            next?: number | null;
            /** Waiting */
            waiting: number;
        };
        /**
         * Change
         * @description One sentence, and the part of the item it is about.
         *
         *     `where`: what has changed, as people call it; `before` and `after`: both values in words, empty where there was none; both empty:
         *     only `text` says it. `version`: the day a version began that holds, or another than the compared one begins, where this is a
         *     change of that: nobody changes a version that has begun.
         */
        Change: {
            /** After */
            after: string;
            /** Before */
            before: string;
            /** Label */
            label: string;
            /** Part */
            part: string;
            /** Text */
            text: string;
            /**
             * Version
             * @default null
             */
            version?: string | null;
            /** Where */
            where: string;
        };
        /**
         * ChangeKind
         * @description What one administrator proposes about an account and another one agrees to.
         * @enum {string}
         */
        ChangeKind: "add" | "reset" | "assign";
        /**
         * ChangeView
         * @description What one answer was at the last handing-in but one, and what it is now.
         */
        ChangeView: {
            after: components["schemas"]["JsonValue"];
            before: components["schemas"]["JsonValue"];
            /** Field */
            field: string;
            /** Label */
            label: string;
        };
        /**
         * CheckBody
         * @description What a clerk found when checking a guardianship; or, with `heard`, what a principal without a phone said when they were called.
         */
        CheckBody: {
            /** Confirmed */
            confirmed: boolean;
            /** Evidence */
            evidence?: string[];
            /** @default null */
            heard?: components["schemas"]["HearingBody"] | null;
            /** Note */
            note: string;
            /** Version */
            version: number;
        };
        /**
         * ChecksView
         * @description Who checked a certificate, the newest first.
         */
        ChecksView: {
            /** Items */
            items: components["schemas"]["VerifiedView"][];
        };
        /**
         * CheckView
         * @description Everything that is wrong with an item's YAML; nothing: it could be published.
         */
        CheckView: {
            /** Faults */
            faults: components["schemas"]["FaultView"][];
        };
        /**
         * Claim
         * @description What an answer asks for that only one may have: it is looked up and kept for the case while it runs.
         * @enum {string}
         */
        Claim: "company_name";
        /**
         * ClaimBody
         * @description A citizen's wish for a slot. `people`: names of others who come along, such as a spouse.
         */
        ClaimBody: {
            /**
             * Case
             * @default null
             */
            case?: string | null;
            /** Hall */
            hall: string;
            /** Items */
            items: string[];
            /** People */
            people?: string[];
            /**
             * Start
             * Format: date-time
             */
            start: string;
        };
        /**
         * ClockRow
         * @description A clock that runs, or stands still on a `ground`. `department`: on whose account its time runs now. `words`: what remains of it in working days, or for how long it stands.
         */
        ClockRow: {
            /** Case */
            case: string;
            /** Department */
            department: string;
            /** Due */
            due: string | null;
            /** Ground */
            ground: string | null;
            /** Item Name */
            item_name: string;
            /** Number */
            number: string;
            /** Overdue */
            overdue: boolean;
            /** Person Name */
            person_name: string;
            /** Reason */
            reason: string;
            /** Reviewer */
            reviewer: string | null;
            /** State */
            state: string;
            /** Words */
            words: string;
        };
        /**
         * ClockView
         * @description When what is due. `provisional`: rests on a calendar that is not published yet.
         */
        ClockView: {
            /** Accepted At */
            accepted_at: string | null;
            /** Deemed */
            deemed: boolean;
            /** Deficiency Due */
            deficiency_due: string | null;
            extension: components["schemas"]["ExtensionView"] | null;
            /**
             * Limits
             * @default
             */
            limits?: string;
            /**
             * Longer
             * @default
             */
            longer?: string;
            /** Mend Due */
            mend_due: string | null;
            /** Promised Due */
            promised_due: string | null;
            /** Provisional */
            provisional: boolean;
            /** Received At */
            received_at: string | null;
            /** Silent At */
            silent_at: string | null;
            /** Statutory Due */
            statutory_due: string | null;
            /** Stops */
            stops: components["schemas"]["StopView"][];
        };
        /**
         * ClosedPeopleView
         * @description Everybody a closure moved or told, by time, at any time afterwards.
         */
        ClosedPeopleView: {
            /** Items */
            items: components["schemas"]["ClosedPersonView"][];
        };
        /**
         * ClosedPersonView
         * @description Somebody a closure hit; the name is masked. `became`: what they have instead, in words; `reached`: they have a telephone or an
         *     account, so that notices reach them. Without either only somebody who sees them can tell them.
         */
        ClosedPersonView: {
            /** Became */
            became: string;
            /** Id */
            id: string;
            /** Items */
            items: string[];
            /** Name */
            name: string;
            /** Reached */
            reached: boolean;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /** Ticket */
            ticket: string | null;
        };
        /**
         * ClosedView
         * @description What is closed, as a notice says it: the whole hall or one counter, now (`begun`) or later today, until when and why.
         */
        ClosedView: {
            /** Begun */
            begun: boolean;
            /** Says */
            says: string;
            /** Whole */
            whole: boolean;
        };
        /**
         * CloseOutageBody
         * @description Everything was entered.
         */
        CloseOutageBody: {
            /** Version */
            version: number;
        };
        /**
         * ClosureBody
         * @description `preview` only lists those affected. Without `start`, from now on.
         */
        ClosureBody: {
            /**
             * Counter
             * @default null
             */
            counter?: string | null;
            /**
             * End
             * Format: date-time
             */
            end: string;
            /**
             * Preview
             * @default false
             */
            preview?: boolean;
            /** Reason */
            reason: string;
            /** @default move */
            remedy?: components["schemas"]["Remedy"];
            /**
             * Start
             * @default null
             */
            start?: string | null;
        };
        /**
         * ClosureState
         * @description `running` until everybody affected has been moved or told; `lifted` once it was taken back before its end.
         * @enum {string}
         */
        ClosureState: "running" | "done" | "lifted";
        /**
         * ClosuresView
         * @description Closures of a hall, the one that ends last first.
         */
        ClosuresView: {
            /** Items */
            items: components["schemas"]["ClosureView"][];
        };
        /**
         * ClosureView
         * @description `id` is absent from a preview.
         */
        ClosureView: {
            /** Affected */
            affected: components["schemas"]["AffectedView"][];
            /** Begun */
            begun: boolean;
            /** Counter */
            counter: string | null;
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Free */
            free: number;
            /** Hall */
            hall: string;
            /** Id */
            id: string | null;
            /** Lifted For */
            lifted_for: string;
            /** Moved */
            moved: number;
            /** Over */
            over: boolean;
            /** Reason */
            reason: string;
            remedy: components["schemas"]["Remedy"];
            /**
             * Start
             * Format: date-time
             */
            start: string;
            state: components["schemas"]["ClosureState"] | null;
            /** Told */
            told: number;
        };
        /**
         * CollectBody
         * @description Money taken in at the counter. `reference`: of the card terminal's slip.
         */
        CollectBody: {
            method: components["schemas"]["PaymentMethod"];
            /**
             * Reference
             * @default null
             */
            reference?: string | null;
            /** Version */
            version: number;
        };
        /**
         * ColumnView
         * @description A column's head.
         */
        ColumnView: {
            /** Key */
            key: string;
            /** Label */
            label: string;
        };
        /**
         * CommitBody
         * @description `digest`: of exactly what was read (`CommitmentView`).
         */
        CommitBody: {
            /** Digest */
            digest: string;
            /** Version */
            version: number;
        };
        /**
         * CommitmentView
         * @description What may be committed to in this case now, and the letter where it was given.
         *
         *     `digest` is handed back with the commitment. `why_not`: why no commitment may be made now; empty where one may.
         *     `materials`, `steps`: names of what it replaces and of what the decision does not wait for.
         */
        CommitmentView: {
            declined: components["schemas"]["models__cases__promises__WordView"] | null;
            /** Digest */
            digest: string;
            given: components["schemas"]["LetterView"] | null;
            /** Materials */
            materials: string[];
            /** Steps */
            steps: string[];
            /** Terms */
            terms: components["schemas"]["TermView"][];
            /** Why Not */
            why_not: string;
        };
        /**
         * ComparedView
         * @description What a member of staff found about answers that differ.
         */
        ComparedView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Fields */
            fields: string[];
            /** Note */
            note: string;
        };
        /**
         * Condition
         * @description A test of another field's answer. An unanswered field satisfies nothing.
         */
        Condition: {
            /** @default null */
            counts?: components["schemas"]["Count"] | null;
            /**
             * Differs From
             * @default null
             */
            differs_from?: string[] | null;
            /**
             * Equals
             * @default null
             */
            equals?: boolean | number | string | null;
            /** Field */
            field: string;
            /**
             * In
             * @default null
             */
            in?: (boolean | number | string)[] | null;
            /** @default null */
            length?: components["schemas"]["Lengths"] | null;
            /**
             * Max
             * @default null
             */
            max?: number | string | components["schemas"]["Reference"] | null;
            /**
             * Min
             * @default null
             */
            min?: number | string | components["schemas"]["Reference"] | null;
            /**
             * Pattern
             * @default null
             */
            pattern?: string | null;
        };
        /**
         * ConfirmBody
         * @description `answers`: the counterpart's own half of the form. `files`: what they uploaded, by what was asked for.
         */
        ConfirmBody: {
            /** Answers */
            answers?: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Digest */
            digest: string;
            /** Files */
            files?: {
                [key: string]: string[];
            };
        };
        /**
         * CorrectablesView
         * @description Nothing: what stands on it comes from registers, and is put right there.
         */
        CorrectablesView: {
            /** Items */
            items: components["schemas"]["CorrectableView"][];
        };
        /**
         * CorrectableView
         * @description An answer that stands on the paper of a result and may be put right: `kind` is the type of its field.
         */
        CorrectableView: {
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            value: components["schemas"]["JsonValue"];
        };
        /**
         * Count
         * @description How many people the fields `of` list together, and `plus` so many more.
         */
        Count: {
            /** Of */
            of: string[];
            /**
             * Plus
             * @default 0
             */
            plus?: number;
        };
        /**
         * CounterHoursBody
         * @description A counter's part of a schedule. Without windows nobody can book it; it still serves whoever comes. A new one has a `name` and no
         *     `id`.
         */
        CounterHoursBody: {
            /**
             * Id
             * @default null
             */
            id?: string | null;
            /** Items */
            items: string[];
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /** Slot Minutes */
            slot_minutes: number;
            /** Windows */
            windows: components["schemas"]["WindowBody"][];
        };
        /** CounterHoursView */
        CounterHoursView: {
            /** Id */
            id: string;
            /** Items */
            items: string[];
            /** Name */
            name: string;
            /** Slot Minutes */
            slot_minutes: number;
            /** Windows */
            windows: components["schemas"]["Window"][];
        };
        /**
         * CountersView
         * @description A hall today: its counters, in their order. `today` is the district's, whatever a desk's computer says; `closed`: what is closed
         *     now or later today, closing time included, as of `at`; `closed_until`: when that is next another by itself, today; `to_confirm`: the
         *     days on which appointments wait to be confirmed, the first first; `waiting`: how many wait to be called; `stranded`: how many of them
         *     no counter that is open would call; `paper`: times without the system that are still being entered.
         */
        CountersView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Closed */
            closed: components["schemas"]["ClosedView"][];
            /** Closed Until */
            closed_until: string | null;
            /** Hall */
            hall: string;
            /** Hall Name */
            hall_name: string;
            /** Items */
            items: components["schemas"]["CounterView"][];
            /** Paper */
            paper: components["schemas"]["PaperSpanView"][];
            /** Stranded */
            stranded: number;
            /** To Confirm */
            to_confirm: components["schemas"]["ToConfirmView"][];
            /**
             * Today
             * Format: date
             */
            today: string;
            /** Waiting */
            waiting: number;
        };
        /**
         * CounterView
         * @description A counter of a hall, as it is chosen from a list, and what is served there. `closed`: by somebody, now; `waiting`: how many it would
         *     call now, one after another; `next`: the first of them.
         */
        CounterView: {
            /** Closed */
            closed: boolean;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Next */
            next: string | null;
            /** Serves */
            serves: components["schemas"]["ServedView"][];
            /** Waiting */
            waiting: number;
        };
        /**
         * CountView
         * @description How many of a list there are, where the list itself is not looked at.
         */
        CountView: {
            /** Count */
            count: number;
        };
        /**
         * DebtRow
         * @description One material that was promised later and has not passed yet. `came`: it is here and waits for a look; `promised`: by the
         *     applicant's word; `before`: which act it holds up; `consequence`: what follows where it does not come, in words.
         */
        DebtRow: {
            /** Before */
            before: string;
            /** Came */
            came: boolean;
            /** Came At */
            came_at: string | null;
            /** Case */
            case: string;
            /** Case Number */
            case_number: string;
            /** Consequence */
            consequence: string;
            /** Due */
            due: string | null;
            /** Item Name */
            item_name: string;
            /** Name */
            name: string;
            /** Overdue */
            overdue: boolean;
            /** Person Name */
            person_name: string;
            /** Promised */
            promised: boolean;
        };
        /**
         * DecideRecusalBody
         * @description What the head decides: on what the applicant asked, or of their own. `staff`: who is out (`granted`), or back in (not `granted`);
         *     it may be left out only where what was asked is refused. `reason` is told to an applicant who asked.
         */
        DecideRecusalBody: {
            /** Granted */
            granted: boolean;
            /** Reason */
            reason: string;
            /**
             * Staff
             * @default null
             */
            staff?: string | null;
            /** Version */
            version: number;
        };
        /** DecisionView */
        DecisionView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Basis */
            basis: string;
            by: components["schemas"]["WhoView"];
            /** Despite */
            despite: string;
            /** Number */
            number: string;
            outcome: components["schemas"]["models__common_views__WordView"];
            /** Reason */
            reason: string;
            /** Remedies */
            remedies: string;
            revoked: components["schemas"]["RevokedView"] | null;
        };
        /**
         * DefectBody
         * @description One thing to mend: either `material` or `field`.
         */
        DefectBody: {
            /** Advice */
            advice: string;
            /**
             * Field
             * @default null
             */
            field?: string | null;
            /**
             * Material
             * @default null
             */
            material?: string | null;
            reason: components["schemas"]["ReasonClass"];
        };
        /** DefectView */
        DefectView: {
            /** Advice */
            advice: string;
            /** Late */
            late: boolean;
            /** Name */
            name: string;
            reason: components["schemas"]["models__common_views__WordView"];
            /** Target */
            target: string;
        };
        /**
         * DeliverBody
         * @description The result is made: by which way it goes. `kind`, `number`: what it is. `wish`: what the applicant said who wants it another way
         *     than they had chosen; they are told.
         */
        DeliverBody: {
            /** Kind */
            kind: string;
            method: components["schemas"]["DeliveryMethod"];
            /**
             * Note
             * @default null
             */
            note?: string | null;
            /**
             * Number
             * @default null
             */
            number?: string | null;
            /** Version */
            version: number;
            /**
             * Wish
             * @default null
             */
            wish?: string | null;
        };
        /**
         * DeliveryMethod
         * @description By what way.
         * @enum {string}
         */
        DeliveryMethod: "counter" | "post";
        /**
         * DeliveryVersionBody
         * @description An act that needs nothing but the page it was taken on.
         */
        DeliveryVersionBody: {
            /** Version */
            version: number;
        };
        /**
         * DeliveryView
         * @description A delivery. `address`: where it goes, for the applicant; masked for all others. `actions`: the last parts of open addresses.
         */
        DeliveryView: {
            /** Actions */
            actions: string[];
            /** Address */
            address: string;
            /** Case */
            case: string;
            /** Case Number */
            case_number: string;
            /** Collected By */
            collected_by: string;
            /** Collected For */
            collected_for: string;
            /** Done At */
            done_at: string | null;
            /** Held */
            held: string;
            /** Hours */
            hours: string;
            /** Id */
            id: string;
            /** Item Name */
            item_name: string;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Method */
            method: string;
            /** Method Label */
            method_label: string;
            /** Number */
            number: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Person Name */
            person_name: string;
            /** Pickup */
            pickup: string;
            /** Place */
            place: string;
            /** Recipient */
            recipient: string;
            /** State */
            state: string;
            /** Tracking */
            tracking: components["schemas"]["TrackingView"][];
            /** Version */
            version: number;
            /** Waybill */
            waybill: string;
        };
        /**
         * DeskFoundView
         * @description Who was looked up.
         */
        DeskFoundView: {
            /** Items */
            items: components["schemas"]["DeskView"][];
        };
        /**
         * DeskView
         * @description What staff see besides. `prepared`: None where nothing was handed in online; `urgent`: why they come before the others;
         *     `sent_on`: what was said to the next counter, None where nothing was; `taken`: by whom from a colleague; `moved`: when and where they come instead, in words.
         */
        DeskView: {
            acting: components["schemas"]["ForView"] | null;
            /** Actions */
            actions: string[];
            called_by: components["schemas"]["CalledByView"] | null;
            /** Called To */
            called_to: string | null;
            /** Calls */
            calls: number;
            /** Cancel Until */
            cancel_until: string | null;
            /** Case */
            case: string | null;
            /** Channel */
            channel: string | null;
            /** Checked In At */
            checked_in_at: string | null;
            /** Claimed At */
            claimed_at: string | null;
            /** Code */
            code: string;
            /** Counter Name */
            counter_name: string;
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Escalated At */
            escalated_at: string | null;
            /** Frozen */
            frozen: string | null;
            /** Hall */
            hall: string;
            /** Hall Name */
            hall_name: string;
            /** Id */
            id: string;
            /** Item Names */
            item_names: string[];
            /** Items */
            items: string[];
            /** Moved */
            moved: string | null;
            /** Moved From */
            moved_from: string | null;
            /** Moved To */
            moved_to: string | null;
            /** Name */
            name: string;
            /** Parked */
            parked: boolean;
            /** People */
            people: string[];
            /** Person */
            person: string;
            prepared: components["schemas"]["PreparedView"] | null;
            proposal: components["schemas"]["ProposalView"] | null;
            /** Reason */
            reason: string | null;
            sent_on: components["schemas"]["SentOnView"] | null;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            state: components["schemas"]["PlaceState"];
            /** Status */
            status: string;
            taken: components["schemas"]["TakenView"] | null;
            /** Ticket */
            ticket: string | null;
            /** Urgent */
            urgent: string | null;
            /** Version */
            version: number;
            /** Walk In */
            walk_in: boolean;
            /** When */
            when: string;
        };
        /**
         * DestroyableView
         * @description An archived case whose retention has ended, and what stands against destroying it now.
         */
        DestroyableView: {
            /** Archive */
            archive: string;
            /** Case */
            case: string;
            /** Item Name */
            item_name: string;
            /** Number */
            number: string;
            /** Ready */
            ready: boolean;
            /** Reason */
            reason: string;
            /** Retention */
            retention: string;
            /** Until */
            until: string;
        };
        /**
         * DestructionBody
         * @description The cases of one list, each once. `appraisal` (鉴定意见): why none of them need be kept on.
         */
        DestructionBody: {
            /** Appraisal */
            appraisal: string;
            /** Cases */
            cases: string[];
        };
        /**
         * DestructionEntryView
         * @description A case on a list. `preserved`: why it is kept from destruction now; `against`: of a list that waits, why it may not be destroyed
         *     as the list stands. Both are empty where there is nothing.
         */
        DestructionEntryView: {
            /** Against */
            against: string;
            /** Archive */
            archive: string;
            /** Case */
            case: string;
            /** Closed On */
            closed_on: string;
            /** Filed On */
            filed_on: string;
            /** Files */
            files: number;
            /** Item Name */
            item_name: string;
            /** Kinds */
            kinds: {
                [key: string]: number;
            };
            /** Number */
            number: string;
            /** Outcome */
            outcome: string;
            /** Pages */
            pages: number;
            /** Preserved */
            preserved: string;
            /** Retention */
            retention: string;
            /** Supplements */
            supplements: string;
            /** Title */
            title: string;
            /** Until */
            until: string;
        };
        /** DestructionRow */
        DestructionRow: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Cases */
            cases: number;
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Number */
            number: string;
            /** State */
            state: string;
        };
        /**
         * DestructionView
         * @description A list as those see it who keep the department's archives. `actions`: the last parts of the addresses open to them now; `waits`:
         *     why who may approve it cannot yet; `own`: whether the viewer proposed it.
         */
        DestructionView: {
            /** Actions */
            actions: string[];
            /** Appraisal */
            appraisal: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Cases */
            cases: number;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Destroyed At */
            destroyed_at: string | null;
            /** Entries */
            entries: components["schemas"]["DestructionEntryView"][];
            /** Id */
            id: string;
            /** Kept */
            kept: components["schemas"]["KeptView"][];
            /** Label */
            label: string;
            /** Number */
            number: string;
            /** Opinion */
            opinion: string;
            /** Own */
            own: boolean;
            /** State */
            state: string;
            /** Version */
            version: number;
            /** Waits */
            waits: string;
        };
        /**
         * DeviceBody
         * @description The device's own credential, typed in once by whoever sets it up.
         */
        DeviceBody: {
            /** Credential */
            credential: string;
        };
        /**
         * DeviceView
         * @description What a device learns of itself. `reader_url`, `scanner_url`: where their services listen; empty where none is set up.
         */
        DeviceView: {
            /** Demo */
            demo: boolean;
            /** Hall */
            hall: string;
            /** Hall Name */
            hall_name: string;
            /** Name */
            name: string;
            /** Reader */
            reader: string;
            /** Reader Url */
            reader_url: string;
            /** Scanner */
            scanner: string;
            /** Scanner Url */
            scanner_url: string;
        };
        /**
         * Difference
         * @description Everything that differs. `before` and `after` are ids of versions; no `changes`: the two say the same.
         */
        Difference: {
            /** After */
            after: string;
            /** Before */
            before: string;
            /** Changes */
            changes: components["schemas"]["Change"][];
            /** Item */
            item: string;
            /** Name */
            name: string;
        };
        /**
         * DifferenceView
         * @description An answer that differs from what its register says (`registered`: nothing where it has no record). `decides`: nothing is granted before staff have written what they found. `finding`: what a register says of somebody the answer names, for staff; the applicant is told no more than that staff look into it.
         */
        DifferenceView: {
            /** Decides */
            decides: boolean;
            /** Field */
            field: string;
            /** Finding */
            finding: string;
            /** Label */
            label: string;
            /** Register */
            register: string;
            registered: components["schemas"]["JsonValue"];
            /** Told */
            told: string;
            typed: components["schemas"]["JsonValue"];
        };
        /**
         * DistrictLineView
         * @description A district that has the item.
         */
        DistrictLineView: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * DocumentType
         * @description Kinds of identity document. `label` is what people read, `code` the official one (GA/T 2000.156).
         * @enum {string}
         */
        DocumentType: "resident_card" | "hkmt_residence" | "hk_macau_permit" | "taiwan_permit" | "permanent_residence" | "passport";
        /**
         * DraftLineView
         * @description An open draft, in a list. `yours`: it waits for somebody to publish it, and the viewer may.
         */
        DraftLineView: {
            /**
             * Edited At
             * Format: date-time
             */
            edited_at: string;
            /** Edited By */
            edited_by: string;
            /** Id */
            id: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /**
             * Yours
             * @default false
             */
            yours?: boolean;
        };
        /**
         * DraftVersionBody
         * @description An act that needs no more than the version that was seen.
         */
        DraftVersionBody: {
            /** Version */
            version: number;
        };
        /**
         * DraftView
         * @description A draft with its text. `acts`: what its reader may do with it now.
         */
        DraftView: {
            /** Acts */
            acts: string[];
            /**
             * Answer
             * @default
             */
            answer?: string;
            /**
             * Answered By
             * @default
             */
            answered_by?: string;
            /**
             * Edited At
             * Format: date-time
             */
            edited_at: string;
            /** Edited By */
            edited_by: string;
            /** Id */
            id: string;
            /** Item */
            item: string;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /**
             * Proposed At
             * @default null
             */
            proposed_at?: string | null;
            /**
             * Proposed By
             * @default
             */
            proposed_by?: string;
            /** Source */
            source: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Version */
            version: number;
            /**
             * Yours
             * @default false
             */
            yours?: boolean;
        };
        /**
         * Duty
         * @description What a member of staff must do about their own account before anything else.
         * @enum {string}
         */
        Duty: "password" | "totp" | "return";
        /**
         * DutyView
         * @description What is owed after the decision. `until`: by when it is done.
         */
        DutyView: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Met At */
            met_at: string | null;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Text */
            text: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * EarlierAnswerView
         * @description What was answered at the `number`-th handing-in (from 1), in words; empty where nothing was.
         */
        EarlierAnswerView: {
            /** At */
            at: string | null;
            /** Number */
            number: number;
            /** Shown */
            shown: string;
        };
        /**
         * EarlierMaterialView
         * @description What was handed in for a material at the `number`-th handing-in (from 1) and is not there any more; `number` and the number of the
         *     file, from 0, are the last parts of its address below the material's `earlier`. `licence`: it was an electronic licence, of which there
         *     is no copy. `reason`, `advice`: what was said of it.
         */
        EarlierMaterialView: {
            /** Advice */
            advice: string;
            /** At */
            at: string | null;
            /** Files */
            files: number;
            /** Licence */
            licence: boolean;
            /** Material */
            material: string;
            /** Number */
            number: number;
            reason: components["schemas"]["models__common_views__WordView"] | null;
        };
        /**
         * ElsewhereView
         * @description Where an item is done that cannot be applied for here; `link` and `phone` are empty where there is none.
         */
        ElsewhereView: {
            /** Link */
            link: string;
            /** Phone */
            phone: string;
            /** Text */
            text: string;
        };
        /**
         * EnclosureView
         * @description A file a counterpart uploaded with their yes; `key` and `number`, from 0, are the last parts of its address below the obligation.
         */
        EnclosureView: {
            /** Content Type */
            content_type: string;
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Number */
            number: number;
            /** Pages */
            pages: number;
            /** Size */
            size: number;
        };
        /**
         * EndBody
         * @description Why a grant ends; may be left out.
         */
        EndBody: {
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
        };
        /** EndStandInBody */
        EndStandInBody: {
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * EnterpriseBody
         * @description An enterprise as its business licence (营业执照) names it.
         */
        EnterpriseBody: {
            /** Name */
            name: string;
            /** Uscc */
            uscc: string;
        };
        /**
         * Entries
         * @description Entries of these lists of a record, or single ones, that meet `where` (`field`: a member of the entry; `born` of somebody whose
         *     number tells it).
         */
        Entries: {
            /** Lists */
            lists: string[];
            /**
             * Where
             * @default []
             */
            where?: components["schemas"]["Condition"][];
        };
        /** EntryView */
        EntryView: {
            /** Case */
            case: string;
            /** Closed On */
            closed_on: string;
            /** Filed On */
            filed_on: string;
            /** Files */
            files: number;
            /** Item Name */
            item_name: string;
            /** Kinds */
            kinds: {
                [key: string]: number;
            };
            /** Number */
            number: string;
            /** Outcome */
            outcome: string;
            /** Pages */
            pages: number;
            /** Retention */
            retention: string;
            /** Supplements */
            supplements: string;
            /** Title */
            title: string;
            /** Until */
            until: string;
        };
        /**
         * ExamineBody
         * @description What the office says of a material that came later. Where it does not pass, `advice` says what to change.
         */
        ExamineBody: {
            /**
             * Advice
             * @default null
             */
            advice?: string | null;
            /** Material */
            material: string;
            /** Passed */
            passed: boolean;
            /** Version */
            version: number;
        };
        /**
         * ExclusionBody
         * @description An application that does not meet the conditions, or after all does, and why.
         */
        ExclusionBody: {
            /** Case */
            case: string;
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /** ExclusionView */
        ExclusionView: {
            /** By */
            by: string;
            /** Case */
            case: string;
            /** Number */
            number: string;
            /** Person Name */
            person_name: string;
            /** Reason */
            reason: string;
        };
        /**
         * ExportRow
         * @description A card in the shape of the supervision part of the exchange tables (监察/督办).
         */
        ExportRow: {
            /** 事项名称 */
            "\u4E8B\u9879\u540D\u79F0": string;
            /** 办件编号 */
            "\u529E\u4EF6\u7F16\u53F7": string;
            /**
             * 发出时间
             * Format: date-time
             */
            "\u53D1\u51FA\u65F6\u95F4": string;
            /** 环节 */
            "\u73AF\u8282": string;
            /** 监察编号 */
            "\u76D1\u5BDF\u7F16\u53F7": string;
            /** 督办内容 */
            "\u7763\u529E\u5185\u5BB9": string;
            /** 结果描述 */
            "\u7ED3\u679C\u63CF\u8FF0": string;
            /** 被督办机构 */
            "\u88AB\u7763\u529E\u673A\u6784": string;
            /** 规则编号 */
            "\u89C4\u5219\u7F16\u53F7": string;
            /** 责任人 */
            "\u8D23\u4EFB\u4EBA": string;
            /** 责任部门 */
            "\u8D23\u4EFB\u90E8\u95E8": string;
            /** 预警类型 */
            "\u9884\u8B66\u7C7B\u578B": string;
        };
        /**
         * ExtendBody
         * @description `n`: by how many of the item's days (or hours); absent: by all its rule allows.
         */
        ExtendBody: {
            /**
             * N
             * @default null
             */
            n?: number | null;
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * ExtensionState
         * @description `lifted` once it was taken back.
         * @enum {string}
         */
        ExtensionState: "standing" | "lifted";
        /**
         * ExtensionView
         * @description The one extension of the limits. `span`: in words.
         */
        ExtensionView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Due
             * Format: date-time
             */
            due: string;
            /**
             * Due Before
             * Format: date-time
             */
            due_before: string;
            /** Notice */
            notice: string;
            /** Reason */
            reason: string;
            /** Span */
            span: string;
        };
        /**
         * ExtraHoursBody
         * @description Counters that are open longer on one day. `preview` only tells what it would add.
         */
        ExtraHoursBody: {
            /** Capacity */
            capacity: number;
            /** Counters */
            counters: string[];
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * End
             * Format: time
             */
            end: string;
            /**
             * Offline
             * @default 0
             */
            offline?: number;
            /**
             * Preview
             * @default false
             */
            preview?: boolean;
            /** Reason */
            reason: string;
            /**
             * Start
             * Format: time
             */
            start: string;
        };
        /**
         * ExtraHoursView
         * @description Extended hours of a day. `id` is absent from a preview; `places`: how many it adds; `opens_at`: when they open online.
         */
        ExtraHoursView: {
            /** Affected */
            affected: components["schemas"]["AffectedView"][];
            /** Capacity */
            capacity: number;
            /** Counter Names */
            counter_names: string[];
            /** Counters */
            counters: string[];
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Hall */
            hall: string;
            /** Id */
            id: string | null;
            /** Lifted For */
            lifted_for: string;
            /** Moved */
            moved: number;
            /** Offline */
            offline: number;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /** Over */
            over: boolean;
            /** Places */
            places: number;
            /** Reason */
            reason: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            state: components["schemas"]["ExtensionState"];
            /** Told */
            told: number;
        };
        /**
         * Fact
         * @description One name of the rule's `data`: a value, or a record of `parts`, or `many` of them. `on_record`: where in what the registers said
         *     the person who decides finds what there is of it, `register.member`; `help`: what to look at before it is written.
         */
        Fact: {
            /**
             * Help
             * @default
             */
            help?: string;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /**
             * Many
             * @default false
             */
            many?: boolean;
            /**
             * On Record
             * @default null
             */
            on_record?: string | null;
            /**
             * Optional
             * @default false
             */
            optional?: boolean;
            /**
             * Parts
             * @default []
             */
            parts?: components["schemas"]["FactPart"][];
            /**
             * Show When
             * @default []
             */
            show_when?: components["schemas"]["Condition"][];
            /** @default text */
            type?: components["schemas"]["FactType"];
        };
        /**
         * FactPart
         * @description One value of a record. `show_when`: for which answers of the form it stands on the page at all. `asked`: the field of the form in
         *     which the applicant said what they want to read there; whoever writes something else says that it is so.
         */
        FactPart: {
            /**
             * Asked
             * @default null
             */
            asked?: string | null;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /**
             * Optional
             * @default false
             */
            optional?: boolean;
            /**
             * Show When
             * @default []
             */
            show_when?: components["schemas"]["Condition"][];
            /** @default text */
            type?: components["schemas"]["FactType"];
        };
        /**
         * FactType
         * @description Kinds of value, with the JSON it has on the page.
         * @enum {string}
         */
        FactType: "text" | "number" | "count" | "date" | "month";
        /**
         * FaultView
         * @description Something wrong in an item's YAML.
         */
        FaultView: {
            /** Line */
            line: number;
            /** Message */
            message: string;
            /** Pointer */
            pointer: string;
        };
        /**
         * FieldRule
         * @description A test of the field's own answer; `message` tells the person what to do when it fails. `when`: for which answers beside it the
         *     rule is one at all.
         */
        FieldRule: {
            /** @default null */
            counts?: components["schemas"]["Count"] | null;
            /**
             * Differs From
             * @default null
             */
            differs_from?: string[] | null;
            /**
             * Equals
             * @default null
             */
            equals?: boolean | number | string | null;
            /**
             * In
             * @default null
             */
            in?: (boolean | number | string)[] | null;
            /** @default null */
            length?: components["schemas"]["Lengths"] | null;
            /**
             * Max
             * @default null
             */
            max?: number | string | components["schemas"]["Reference"] | null;
            /** Message */
            message: string;
            /**
             * Min
             * @default null
             */
            min?: number | string | components["schemas"]["Reference"] | null;
            /**
             * Pattern
             * @default null
             */
            pattern?: string | null;
            /**
             * When
             * @default []
             */
            when?: components["schemas"]["Condition"][];
        };
        /**
         * FieldType
         * @description Kinds of field, with the JSON an answer has.
         * @enum {string}
         */
        FieldType: "text" | "number" | "date" | "month" | "choice" | "multi" | "boolean" | "person" | "people" | "enterprise" | "address" | "bank_account" | "phone";
        /**
         * Figure
         * @description One number, with what it means beside it. None where there is nothing to count.
         */
        Figure: {
            /** Definition */
            definition: string;
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Unit */
            unit: string;
            /** Value */
            value: number | null;
        };
        /**
         * FileKind
         * @description What kinds of file a material accepts.
         * @enum {string}
         */
        FileKind: "jpeg" | "png" | "pdf";
        /** FileView */
        FileView: {
            /** Content Type */
            content_type: string;
            /** Material */
            material: string;
            /** Name */
            name: string;
            /** Pages */
            pages: number;
            /** Size */
            size: number;
            /** Version */
            version: number;
        };
        /**
         * Fill
         * @description What the officer fixes at a step, such as the amount: declared as a field of a form, printed on what is granted, shown to the
         *     applicant. `show_when` and the bounds of rules look at the application's answers, too. `follows`: where the district has published
         *     standards, the one that fits is the value, and where none fits nothing can be fixed. `agrees_with`: what somebody else fixes at an
         *     earlier step, such as the first of two doctors: while both differ, nothing goes on before these steps were done again.
         */
        Fill: {
            /**
             * Agrees With
             * @default null
             */
            agrees_with?: string | null;
            /** @default null */
            claims?: components["schemas"]["Claim"] | null;
            /** @default null */
            default?: components["schemas"]["JsonValue"];
            /**
             * Follows
             * @default false
             */
            follows?: boolean;
            /**
             * Help
             * @default
             */
            help?: string;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /**
             * Listed
             * @default []
             */
            listed?: components["schemas"]["Listed"][];
            /**
             * Options
             * @default []
             */
            options?: components["schemas"]["Option"][];
            /**
             * Paper Label
             * @default null
             */
            paper_label?: string | null;
            /**
             * Parts
             * @default []
             */
            parts?: string[];
            /**
             * Placeholder
             * @default
             */
            placeholder?: string;
            /**
             * Printed
             * @default true
             */
            printed?: boolean;
            /**
             * Required
             * @default true
             */
            required?: boolean;
            /** @default null */
            roll?: components["schemas"]["Roll"] | null;
            /**
             * Rules
             * @default []
             */
            rules?: components["schemas"]["FieldRule"][];
            /**
             * Sealed
             * @default false
             */
            sealed?: boolean;
            /**
             * Show When
             * @default []
             */
            show_when?: components["schemas"]["Condition"][];
            /** @default null */
            source?: components["schemas"]["PrefillSource"] | null;
            /**
             * Standards
             * @default []
             */
            standards?: components["schemas"]["Standard"][];
            type: components["schemas"]["FieldType"];
        };
        /**
         * FilledField
         * @description A field of a form as it arrives: its question, its value, and where the value is from.
         */
        FilledField: {
            /** Key */
            key: string;
            /**
             * Note
             * @default
             */
            note?: string;
            /** @default null */
            source?: components["schemas"]["ValueSource"] | null;
            /** @default null */
            value?: components["schemas"]["JsonValue"];
        };
        /**
         * FilledForm
         * @description A form filled in advance from the registers.
         */
        FilledForm: {
            /**
             * Agent
             * @default
             */
            agent?: string;
            /**
             * Applicant
             * @default
             */
            applicant?: string;
            /** Fields */
            fields: components["schemas"]["FormField"][];
            /** Filled */
            filled: components["schemas"]["FilledField"][];
            /** Item */
            item: string;
            /** Notes */
            notes?: string[];
            /**
             * On
             * Format: date
             */
            on: string;
            /**
             * Read Out
             * @default
             */
            read_out?: string;
            /** Values */
            values: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Version */
            version: string;
        };
        /**
         * FilledView
         * @description One thing that was fixed, in words.
         */
        FilledView: {
            /** Label */
            label: string;
            /** Value */
            value: string;
        };
        /**
         * FindBody
         * @description What was found; `note`: what was looked at, and what shows it, where something is wrong as a reason that can be answered. `basis`: of
         *     a wrong decision, the rule by which it is to be annulled.
         */
        FindBody: {
            /**
             * Basis
             * @default null
             */
            basis?: string | null;
            finding: components["schemas"]["RecheckFinding"];
            /** Note */
            note: string;
            /** Version */
            version: number;
        };
        /**
         * FindCertificatesBody
         * @description By the holder's document, by the number of the case, or by `ending`, the digits a certificate's number ends with, as people write it
         *     (000123, or 123); `purpose`: what for, which the holder may read.
         */
        FindCertificatesBody: {
            /**
             * Case Number
             * @default null
             */
            case_number?: string | null;
            /** @default resident_card */
            document_type?: components["schemas"]["DocumentType"];
            /**
             * Ending
             * @default null
             */
            ending?: string | null;
            /**
             * Id Number
             * @default null
             */
            id_number?: string | null;
            /** Purpose */
            purpose: string;
        };
        /**
         * FindingBody
         * @description What was found on one line that was objected to.
         */
        FindingBody: {
            /** Finding */
            finding: string;
            /** Indicator */
            indicator: string;
            /** Points */
            points: number;
        };
        /**
         * FindingView
         * @description What a check found.
         */
        FindingView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Note */
            note: string;
            /** Outcome */
            outcome: string;
        };
        /**
         * FirstPasswordView
         * @description An account somebody else has to log in to for the first time; `password` is shown this once, none while it waits for a second
         *     administrator.
         */
        FirstPasswordView: {
            /** Detail */
            detail: string;
            /**
             * Password
             * @default null
             */
            password?: string | null;
            staff: components["schemas"]["StaffView"];
        };
        /**
         * FormField
         * @description One question. Shown when every condition of `show_when` holds; hidden fields are neither asked nor stored.
         */
        FormField: {
            /** @default null */
            claims?: components["schemas"]["Claim"] | null;
            /** @default null */
            default?: components["schemas"]["JsonValue"];
            /**
             * Help
             * @default
             */
            help?: string;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /**
             * Listed
             * @default []
             */
            listed?: components["schemas"]["Listed"][];
            /**
             * Options
             * @default []
             */
            options?: components["schemas"]["Option"][];
            /**
             * Paper Label
             * @default null
             */
            paper_label?: string | null;
            /**
             * Parts
             * @default []
             */
            parts?: string[];
            /**
             * Placeholder
             * @default
             */
            placeholder?: string;
            /**
             * Printed
             * @default true
             */
            printed?: boolean;
            /**
             * Required
             * @default true
             */
            required?: boolean;
            /** @default null */
            roll?: components["schemas"]["Roll"] | null;
            /**
             * Rules
             * @default []
             */
            rules?: components["schemas"]["FieldRule"][];
            /**
             * Sealed
             * @default false
             */
            sealed?: boolean;
            /**
             * Show When
             * @default []
             */
            show_when?: components["schemas"]["Condition"][];
            /** @default null */
            source?: components["schemas"]["PrefillSource"] | null;
            type: components["schemas"]["FieldType"];
        };
        /**
         * ForView
         * @description Who acts for whom: both names.
         */
        ForView: {
            /** Agent */
            agent: string;
            /** Principal */
            principal: string;
        };
        /**
         * ForwardBody
         * @description Sends a visitor on to another counter of the hall, where they wait to be called.
         */
        ForwardBody: {
            /** Counter */
            counter: string;
            /**
             * Note
             * @default null
             */
            note?: string | null;
            /**
             * Theirs
             * @default false
             */
            theirs?: boolean;
            /** Version */
            version: number;
        };
        /**
         * FoundCertificatesView
         * @description The certificates of one's department that were looked for, the newest first.
         */
        FoundCertificatesView: {
            /** Items */
            items: components["schemas"]["CertificateView"][];
        };
        /**
         * FoundedView
         * @description The company it founded, or that is founded by now where it is about one, with its credit code.
         */
        FoundedView: {
            /** Name */
            name: string;
            /** Uscc */
            uscc: string;
        };
        /** GrantActsView */
        GrantActsView: {
            /** Items */
            items: components["schemas"]["GrantActView"][];
        };
        /**
         * GrantActView
         * @description One act of the agent, or one reading of the principal's data by them.
         */
        GrantActView: {
            /** Agent */
            agent: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Item
             * @default
             */
            item?: string;
            /** @default null */
            power?: components["schemas"]["Power"] | null;
            /** What */
            what: string;
        };
        /**
         * GrantedItemView
         * @description `instant`: decided in seconds, so that it can be asked for without reading the guide first.
         */
        GrantedItemView: {
            /** Code */
            code: string;
            /** Instant */
            instant: boolean;
            /** Name */
            name: string;
        };
        /**
         * GrantState
         * @description `checking`: a guardianship that staff still verify, or a principal without a phone whom they still have to hear. `used_up`: a single grant whose one matter has begun; it is seen through.
         * @enum {string}
         */
        GrantState: "invited" | "checking" | "active" | "used_up" | "declined" | "revoked" | "expired" | "ended";
        /**
         * GrantView
         * @description `you` is the reader's side; `actions` what they may do now. `evidence`: for staff only, ids to look at; of one that waits, for whoever
         *     took it on (`in_hand`).
         */
        GrantView: {
            /** Actions */
            actions: string[];
            agent: components["schemas"]["PartyView"];
            /** All Items */
            all_items: boolean;
            basis: components["schemas"]["ProxyBasis"];
            /** Basis Label */
            basis_label: string;
            /** @default null */
            call_back?: components["schemas"]["CallBackView"] | null;
            /** Evidence */
            evidence?: string[];
            /**
             * Heard By
             * @default
             */
            heard_by?: string;
            /** Id */
            id: string;
            /** @default null */
            in_hand?: components["schemas"]["InHandView"] | null;
            /** @default null */
            invitation?: components["schemas"]["InvitationView"] | null;
            /** Items */
            items: components["schemas"]["GrantedItemView"][];
            /** Powers */
            powers: components["schemas"]["Power"][];
            principal: components["schemas"]["PartyView"];
            /**
             * Reason
             * @default
             */
            reason?: string;
            /**
             * Relation
             * @default
             */
            relation?: string;
            /** Single Use */
            single_use: boolean;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            state: components["schemas"]["GrantState"];
            /** State Label */
            state_label: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Uses */
            uses: number;
            /** Version */
            version: number;
            you: components["schemas"]["Side"] | null;
        };
        /**
         * GreenBody
         * @description `ground`: one the district has published; absent: the case leaves the green channel. `reason`: why, in either case.
         */
        GreenBody: {
            /**
             * Ground
             * @default null
             */
            ground?: string | null;
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * GreenView
         * @description That a case goes through the green channel (绿色通道): `name` is the published ground.
         */
        GreenView: {
            /** Name */
            name: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
        };
        /**
         * GuideView
         * @description The guide (办事指南) of an item as it holds on a day: all a person must know before they begin.
         */
        GuideView: {
            /** Aliases */
            aliases: string[];
            appointment: components["schemas"]["models__catalogue__views__AppointmentView"];
            /** Catalog Code */
            catalog_code: string;
            /** Channels */
            channels: components["schemas"]["models__catalogue__views__LineView"][];
            /** Charges */
            charges: string[];
            /** Code */
            code: string;
            /** Commitment */
            commitment: string[];
            /** Complaints */
            complaints: string;
            /** Conditions */
            conditions: string[];
            department: components["schemas"]["models__catalogue__views__LineView"];
            /** Duration */
            duration: string;
            /**
             * Effective From
             * Format: date
             */
            effective_from: string;
            elsewhere: components["schemas"]["ElsewhereView"] | null;
            /** Exercised */
            exercised: string;
            /** Faq */
            faq: components["schemas"]["QuestionView"][];
            /** Fee */
            fee: string;
            handle_area: components["schemas"]["models__catalogue__views__LineView"];
            /** Home Visit */
            home_visit: boolean;
            /** How */
            how: string[];
            /** Joint Departments */
            joint_departments: components["schemas"]["models__catalogue__views__LineView"][];
            kind: components["schemas"]["models__catalogue__views__LineView"];
            /** Known */
            known: string[];
            /** Legal Basis */
            legal_basis: components["schemas"]["LawView"][];
            /** Limits */
            limits: components["schemas"]["LimitView"][];
            /** Materials */
            materials: components["schemas"]["models__catalogue__views__MaterialView"][];
            /** Name */
            name: string;
            /** Objects */
            objects: components["schemas"]["models__catalogue__views__LineView"][];
            /** Office */
            office: string;
            /** Opens */
            opens: components["schemas"]["OpeningView"][];
            /** Phone */
            phone: string;
            /** Promised */
            promised: string;
            proxy: components["schemas"]["ProxyView"];
            /** Public Notice */
            public_notice: string;
            /** Records */
            records: string[];
            region: components["schemas"]["models__catalogue__views__LineView"] | null;
            /** Regions */
            regions: components["schemas"]["models__catalogue__views__LineView"][];
            /** Results */
            results: components["schemas"]["models__catalogue__views__ResultView"][];
            /** Statutory */
            statutory: string;
            /** Steps */
            steps: components["schemas"]["models__catalogue__views__StepView"][];
            /** Summary */
            summary: string;
            task_type: components["schemas"]["models__catalogue__views__LineView"];
            /** Themes */
            themes: components["schemas"]["models__catalogue__views__LineView"][];
            /** Trips */
            trips: string;
            /** Version */
            version: string;
            /** Visits */
            visits: number;
            /** Visits Reason */
            visits_reason: string;
            /** When */
            when: string;
            /** Where */
            where: string[];
        };
        /**
         * Half
         * @description Which half of a day.
         * @enum {string}
         */
        Half: "morning" | "afternoon";
        /**
         * HallFiguresView
         * @description How the visits of a hall went, in all and by counter; each figure with its definition.
         */
        HallFiguresView: {
            /** Hall */
            hall: string;
            /** Rows */
            rows: components["schemas"]["StatsRow"][];
            /**
             * Since
             * Format: date
             */
            since: string;
            total: components["schemas"]["StatsRow"];
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /**
         * HallsFiguresView
         * @description The same of every hall whose figures the reader may see, each in all; its key is the hall.
         */
        HallsFiguresView: {
            /** Rows */
            rows: components["schemas"]["StatsRow"][];
            /**
             * Since
             * Format: date
             */
            since: string;
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /** HallsView */
        HallsView: {
            /** Items */
            items: components["schemas"]["models__appointments__HallView"][];
        };
        /**
         * HallVisitsView
         * @description One page of what lies behind a figure; `count`: all of it.
         */
        HallVisitsView: {
            /** Count */
            count: number;
            figure: components["schemas"]["Figure"];
            /** Items */
            items: components["schemas"]["HallVisitView"][];
            /** Next */
            next: string | null;
        };
        /**
         * HallVisitView
         * @description One visit behind a figure, its name masked. `part`: its share, minutes of waiting or one; `words` says it.
         */
        HallVisitView: {
            /** Counter */
            counter: string;
            /** Items */
            items: string;
            /** Name */
            name: string;
            /** Part */
            part: number;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /** Ticket */
            ticket: string | null;
            /** Words */
            words: string;
        };
        /**
         * HandBackBody
         * @description Money handed back at the counter to the payer, whose document was looked at.
         */
        HandBackBody: {
            person: components["schemas"]["PersonDocument"];
            /** Refund */
            refund: string;
            /** Version */
            version: number;
        };
        /**
         * HandInBody
         * @description Materials that were promised.
         */
        HandInBody: {
            /** Materials */
            materials: {
                [key: string]: components["schemas"]["MaterialChoice"];
            };
            /** Version */
            version: number;
        };
        /**
         * HandingView
         * @description For whoever hands a result out: what it is called, the act that gives it as the applicant chose, and the ways each act may take.
         *     `chosen`: the code among them, empty where the applicant chose nothing; `chosen_words`: with the bank's branch.
         */
        HandingView: {
            /** Act */
            act: string;
            /** Chosen */
            chosen: string;
            /** Chosen Words */
            chosen_words: string;
            /** Deliver */
            deliver: components["schemas"]["models__common_views__WordView"][];
            /** Kind */
            kind: string;
            /** Record */
            record: components["schemas"]["models__common_views__WordView"][];
        };
        /**
         * HandOverBody
         * @description Who stands at the counter, by their document, and what they signed.
         */
        HandOverBody: {
            person: components["schemas"]["PersonDocument"];
            /** Signature */
            signature: string;
            /** Version */
            version: number;
        };
        /**
         * HandView
         * @description Who has the case in hand or had, as the applicant is told; `did`: 正在办, 收件, the names of steps.
         */
        HandView: {
            /** Did */
            did: string[];
            /** Name */
            name: string;
        };
        /**
         * HeadDeskView
         * @description Everything of cases that waits for the head of a department; kinds with nothing in them are left out.
         */
        HeadDeskView: {
            /** Groups */
            groups: components["schemas"]["HeadGroup"][];
        };
        /**
         * HeadGroup
         * @description One kind of what waits for the head; `more`: there are more than are listed.
         */
        HeadGroup: {
            /** Items */
            items: components["schemas"]["HeadRow"][];
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** More */
            more: boolean;
        };
        /**
         * HeadRow
         * @description A case that waits for the head's own act. `act`: which, where it is one thing.
         */
        HeadRow: {
            /** Act */
            act: string | null;
            /** Case */
            case: string;
            /** Item Name */
            item_name: string;
            /** Number */
            number: string | null;
            /** Person Name */
            person_name: string;
            /** Words */
            words: string;
        };
        /**
         * HearCommitmentBody
         * @description The same, signed before a member of staff. `person`: the document of who signed; `note`: where and how they were told.
         */
        HearCommitmentBody: {
            /** Digest */
            digest: string;
            /** Note */
            note: string;
            person: components["schemas"]["PersonDocument"];
            /** Version */
            version: number;
        };
        /**
         * HeardBody
         * @description What somebody without a phone said to a member of staff: yes with their answers, or no with a reason.
         */
        HeardBody: {
            /** Agree */
            agree: boolean;
            /** Answers */
            answers?: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Digest */
            digest: string;
            heard: components["schemas"]["HearingBody"];
            person: components["schemas"]["PersonDocument"];
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
        };
        /**
         * HearDeclineBody
         * @description The applicant says at a counter that they do not commit. `person`: the document of who said so; `note`: where and how.
         */
        HearDeclineBody: {
            /** Note */
            note: string;
            person: components["schemas"]["PersonDocument"];
            /** Version */
            version: number;
        };
        /**
         * HearingBody
         * @description How the principal was heard by the member of staff who records it.
         */
        HearingBody: {
            /** Evidence */
            evidence?: string[];
            method: components["schemas"]["HearingMethod"];
            /** Note */
            note: string;
            /** Place */
            place: string;
        };
        /**
         * HearingMethod
         * @description How a principal without a phone was heard.
         * @enum {string}
         */
        HearingMethod: "in_person" | "phone_call_back" | "home_visit";
        /**
         * HearPromiseBody
         * @description The same, heard by a member of staff. `person`: the document of who said so; `note`: where and how they were heard.
         */
        HearPromiseBody: {
            /** Materials */
            materials: string[];
            /** Note */
            note: string;
            person: components["schemas"]["PersonDocument"];
            /** Version */
            version: number;
        };
        /**
         * HearStatementBody
         * @description The same, said at the counter. `person`: the document of who said it.
         */
        HearStatementBody: {
            person: components["schemas"]["PersonDocument"];
            /** Text */
            text: string;
            /** Version */
            version: number;
            /**
             * Wants Hearing
             * @default false
             */
            wants_hearing?: boolean;
        };
        /**
         * HolderBody
         * @description Whose licence it is, where it is not the applicant's own: a spouse, a landlord, a company. They are asked themselves.
         */
        HolderBody: {
            /**
             * Document Type
             * @default resident_card
             */
            document_type?: components["schemas"]["DocumentType"] | components["schemas"]["OrganisationCode"];
            /** Id Number */
            id_number: string;
            /** Name */
            name: string;
        };
        /** HolderView */
        HolderView: {
            /** Department */
            department: string;
            /** Department Name */
            department_name: string;
            /**
             * Person
             * @default
             */
            person?: string;
        };
        /** HoldView */
        HoldView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Reason */
            reason: string;
        };
        /**
         * InHandView
         * @description Who of the staff has a waiting grant in hand, since when, and until when it is theirs.
         */
        InHandView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Name */
            by_name: string;
            /** Mine */
            mine: boolean;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * InspectBody
         * @description What the check showed; `note`: what was seen, where, and what shows it. What is owed after the decision was done (`true`) or not
         *     (`not_kept`). Where a commitment was untrue, or not kept after
         *     the time to correct, `basis` names the rule by which the decision is to be annulled.
         */
        InspectBody: {
            /**
             * Basis
             * @default null
             */
            basis?: string | null;
            /** Note */
            note: string;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "true" | "not_kept" | "false";
            /** Version */
            version: number;
        };
        /**
         * InspectionRow
         * @description A check in the list of a department.
         */
        InspectionRow: {
            /** Case */
            case: string;
            /** Case Number */
            case_number: string;
            /** Correct By */
            correct_by: string | null;
            /**
             * Due
             * Format: date-time
             */
            due: string;
            /** Duty */
            duty: string | null;
            /** Inspector */
            inspector: string | null;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            /** Label */
            label: string;
            /** Overdue */
            overdue: boolean;
            /** Person Name */
            person_name: string;
            /** Speak Until */
            speak_until: string | null;
            /** State */
            state: string;
            /** Version */
            version: number;
        };
        /**
         * InspectionView
         * @description A check as the applicant sees it; `findings` and what was drawn are shown to staff alone.
         */
        InspectionView: {
            /** Correct By */
            correct_by: string | null;
            /** Correction */
            correction: string | null;
            /** Draw */
            draw: number | null;
            /**
             * Due
             * Format: date-time
             */
            due: string;
            /** Duty */
            duty: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Findings */
            findings: components["schemas"]["FindingView"][];
            /** Hearing Offered */
            hearing_offered: boolean;
            /** Inspector */
            inspector: string | null;
            /** Label */
            label: string;
            /** Outcome */
            outcome: string | null;
            /** Percent */
            percent: number | null;
            /** Proposed Basis */
            proposed_basis: string | null;
            /** Proposed For */
            proposed_for: string | null;
            /** Speak Until */
            speak_until: string | null;
            /** State */
            state: string;
            /** Statement */
            statement: string | null;
            /** Statement At */
            statement_at: string | null;
            /** Statement By */
            statement_by: string | null;
            /** Statement Heard By */
            statement_heard_by: string | null;
            /** Wants Hearing */
            wants_hearing: boolean;
        };
        /**
         * InspectorBody
         * @description Who is to do the check: a member of staff, by id.
         */
        InspectorBody: {
            /** Inspector */
            inspector: string;
            /** Version */
            version: number;
        };
        /**
         * IntakeRow
         * @description What somebody at a counter may hand papers in for. `here`: whether this counter takes them; `says`: that, or where to go.
         *     `taken`: whether it has them already, with nothing left to be brought.
         */
        IntakeRow: {
            case: components["schemas"]["CaseRow"];
            /** Here */
            here: boolean;
            /** Says */
            says: string;
            /** Taken */
            taken: boolean;
        };
        /**
         * IntakeView
         * @description That a counter of another district took it in: which one, when, and who decides.
         */
        IntakeView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Counter */
            counter: string;
            /** Decided By */
            decided_by: string;
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
        };
        /**
         * InvitationView
         * @description What the QR code carries; only for the side that offers.
         */
        InvitationView: {
            /**
             * Answer By
             * Format: date-time
             */
            answer_by: string;
            /** Token */
            token: string;
        };
        /**
         * IssueBody
         * @description An instant certificate asked for; `form` as the item declares it. `read_out`: of a scribe, that what the form says to read out was
         *     read to the person, who agreed.
         */
        IssueBody: {
            /** Form */
            form?: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Item */
            item: string;
            /**
             * Read Out
             * @default false
             */
            read_out?: boolean;
        };
        /**
         * ItemSheetView
         * @description An item with its text as it holds, the districts that have its last version, the own one first, its versions, the oldest
         *     first, and what was published, the latest first.
         */
        ItemSheetView: {
            /** Code */
            code: string;
            /** Coming */
            coming: string[];
            /** Department */
            department: string;
            /** Department Name */
            department_name: string;
            /** Districts */
            districts: components["schemas"]["DistrictLineView"][];
            /** @default null */
            draft?: components["schemas"]["DraftLineView"] | null;
            /** Kind Label */
            kind_label: string;
            /** Name */
            name: string;
            /** Published */
            published: components["schemas"]["PublishedLineView"][];
            /**
             * Since
             * @default null
             */
            since?: string | null;
            /** Source */
            source: string;
            /** Versions */
            versions: components["schemas"]["VersionLineView"][];
        };
        /**
         * ItemSummary
         * @description An item in a list.
         */
        ItemSummary: {
            /** Bookable */
            bookable: boolean;
            /** Channels */
            channels: string[];
            /** Code */
            code: string;
            /** Department */
            department: string;
            /** Department Name */
            department_name: string;
            /** Duration */
            duration: string;
            /** For People */
            for_people: boolean;
            /** Free */
            free: boolean;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Name */
            name: string;
            /** Online */
            online: boolean;
            /** Proxy */
            proxy: boolean;
            /** Staff Confirms */
            staff_confirms: boolean;
            /** Summary */
            summary: string;
            /** Themes */
            themes: string[];
            /** Visits */
            visits: number;
        };
        /**
         * ItemToEditView
         * @description An item in the editor's list. `since`: from when what holds today is in force; none: nothing holds. `coming`: the days later
         *     versions begin.
         */
        ItemToEditView: {
            /** Code */
            code: string;
            /** Coming */
            coming: string[];
            /** Department */
            department: string;
            /** Department Name */
            department_name: string;
            /** @default null */
            draft?: components["schemas"]["DraftLineView"] | null;
            /** Kind Label */
            kind_label: string;
            /** Name */
            name: string;
            /**
             * Since
             * @default null
             */
            since?: string | null;
        };
        JsonValue: unknown;
        /**
         * KeepBody
         * @description Cases that are taken off a list, and why they are kept on.
         */
        KeepBody: {
            /** Cases */
            cases: string[];
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /** KeptView */
        KeptView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Case */
            case: string;
            /** Number */
            number: string;
            /** Reason */
            reason: string;
        };
        /**
         * KeysView
         * @description Every part; that of the whole file is called `Item`.
         */
        KeysView: {
            /** Shapes */
            shapes: components["schemas"]["ShapeView"][];
        };
        /**
         * KeyView
         * @description One key. `kind`: how it is filled in; `shape`: the part that stands below it, one or several; `options`: what it chooses from, and
         *     `among`: of which list of the version, by their keys; `preset`: what holds where it is left out. `other` is written as text.
         */
        KeyView: {
            /** Among */
            among: string;
            /** Help */
            help: string;
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "line" | "text" | "number" | "flag" | "day" | "choice" | "choices" | "lines" | "shape" | "shapes" | "other";
            /** Label */
            label: string;
            /** Options */
            options: components["schemas"]["models__common_views__WordView"][];
            /**
             * Preset
             * @default null
             */
            preset?: boolean | number | string | string[] | null;
            /** Required */
            required: boolean;
            /** Shape */
            shape: string;
        };
        /**
         * KioskAskBody
         * @description `case`: which application goes on, and only there.
         */
        KioskAskBody: {
            /**
             * Case
             * @default null
             */
            case?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "prove" | "carry" | "staff";
        };
        /**
         * KioskAskView
         * @description How it stands, as the kiosk shows it. `picture`: the code as a data URI, once, when it is made. `session`: as it is now.
         */
        KioskAskView: {
            /** Expires In */
            expires_in: number;
            kind: components["schemas"]["AskKind"];
            /**
             * Number
             * @default null
             */
            number?: string | null;
            /**
             * Picture
             * @default
             */
            picture?: string;
            /** @default null */
            session?: components["schemas"]["KioskSessionView"] | null;
            state: components["schemas"]["AskState"];
            /** Told */
            told: string;
        };
        /**
         * KioskBody
         * @description A new device: what it is called, where it stands, the serial numbers of its reader and scanner; a screen that only shows has none.
         */
        KioskBody: {
            /** Hall */
            hall: string;
            /** Name */
            name: string;
            /**
             * Reader
             * @default
             */
            reader?: string;
            /**
             * Scanner
             * @default
             */
            scanner?: string;
        };
        /** KioskHelpsView */
        KioskHelpsView: {
            /** Items */
            items: components["schemas"]["KioskHelpView"][];
        };
        /**
         * KioskHelpView
         * @description Somebody at a kiosk of the hall asks staff to come. `person`: masked. The number is read off the kiosk's screen, there.
         */
        KioskHelpView: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Kiosk Name */
            kiosk_name: string;
            /** Person */
            person: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /** KioskProofBody */
        KioskProofBody: {
            /** Sms Code */
            sms_code: string;
        };
        /** KioskSessionBody */
        KioskSessionBody: {
            reading: components["schemas"]["CardReading"];
        };
        /**
         * KioskSessionView
         * @description Whose session it is. `phone`: the one on record, masked, to which the code goes; empty where none is. `minor`: under 18, so
         *     that what they need is applied for by their guardian.
         */
        KioskSessionView: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Idle Seconds */
            idle_seconds: number;
            /** Level */
            level: number;
            /** Minor */
            minor: boolean;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /** KiosksView */
        KiosksView: {
            /** Items */
            items: components["schemas"]["KioskView"][];
        };
        /**
         * KioskView
         * @description A device as the administrator sees it.
         */
        KioskView: {
            /** Active */
            active: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Hall */
            hall: string;
            /** Hall Name */
            hall_name: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Reader */
            reader: string;
            /** Scanner */
            scanner: string;
            /**
             * Seen At
             * @default null
             */
            seen_at?: string | null;
            /**
             * Withdrawn For
             * @default
             */
            withdrawn_for?: string;
        };
        /**
         * LastActView
         * @description What was done with a round last, and by whom.
         */
        LastActView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** What */
            what: string;
        };
        /**
         * LateBody
         * @description What was taken in on paper while the hall had no system: the number on the form, and when the papers came in.
         */
        LateBody: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Number */
            number: string;
            /** Outage */
            outage: string;
        };
        /**
         * LateEntryView
         * @description Taken in on paper while the hall had no system, and entered later.
         */
        LateEntryView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /**
             * Entered At
             * Format: date-time
             */
            entered_at: string;
            /** Number */
            number: string;
        };
        /**
         * LaterView
         * @description That a material may come later on a promise: how long after acceptance at most, before which act, and what follows otherwise.
         *
         *     `says`: until when it will be owed, in words, and `due` that moment were the case accepted now; both until it is accepted.
         *     `told`: what was said of it when it was promised.
         */
        LaterView: {
            /** Before */
            before: string;
            /** Consequence */
            consequence: string;
            /** Due */
            due: string | null;
            /** Heard By */
            heard_by: string | null;
            /** Note */
            note: string;
            /** Promised At */
            promised_at: string | null;
            /** Promised By */
            promised_by: string | null;
            /** Says */
            says: string;
            /** Told */
            told: string;
            /** Within */
            within: string;
        };
        /**
         * LawView
         * @description One checked legal basis.
         */
        LawView: {
            /** Article */
            article: string;
            /** Says */
            says: string;
            /** Title */
            title: string;
        };
        /**
         * LeaveBody
         * @description Away on these days, both included; the first day is today: from now on.
         */
        LeaveBody: {
            /**
             * First Day
             * Format: date
             */
            first_day: string;
            /**
             * Last Day
             * Format: date
             */
            last_day: string;
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * LedgerList
         * @description A department's ledgers.
         */
        LedgerList: {
            /** Items */
            items: components["schemas"]["LedgerSummary"][];
        };
        /**
         * LedgerSummary
         * @description A ledger in the list.
         */
        LedgerSummary: {
            /** Id */
            id: string;
            /** Items */
            items: string[];
            /** Period */
            period: string;
            /** Personal */
            personal: boolean;
            /** Purpose */
            purpose: string;
            /** Title */
            title: string;
        };
        /**
         * LedgerView
         * @description A ledger filled for one period. A cell is text, empty where the case says nothing.
         */
        LedgerView: {
            /** Cases */
            cases: number;
            /** Columns */
            columns: components["schemas"]["ColumnView"][];
            /** Defined */
            defined: string;
            /** Department */
            department: string;
            /** Id */
            id: string;
            /** Rows */
            rows: string[][];
            /**
             * Since
             * Format: date
             */
            since: string;
            /** Title */
            title: string;
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /**
         * Lengths
         * @description How many characters a text has (code points, not bytes), or how many options are chosen.
         */
        Lengths: {
            /**
             * Max
             * @default null
             */
            max?: number | null;
            /**
             * Min
             * @default null
             */
            min?: number | null;
        };
        /**
         * LetterView
         * @description The letter that was given. `stands`: whether the answers are still those it was signed over.
         */
        LetterView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Number */
            number: string;
            /** Stands */
            stands: boolean;
            word: components["schemas"]["models__cases__promises__WordView"];
        };
        /**
         * LicenceAskedView
         * @description Another holder has not answered yet.
         */
        LicenceAskedView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Authorisation */
            authorisation: string;
            /** Holder */
            holder: string;
            /** Name */
            name: string;
        };
        /**
         * LicenceView
         * @description A licence used instead of an upload, and by whose authorisation. `own`: the applicant's. `open`: whether a copy of it may still be
         *     looked at, as long as neither the case nor the authorisation is over.
         */
        LicenceView: {
            /** Authorisation */
            authorisation: string;
            /**
             * Authorised At
             * Format: date-time
             */
            authorised_at: string;
            /** Authorised By */
            authorised_by: string;
            /**
             * Fetched At
             * Format: date-time
             */
            fetched_at: string;
            /** Holder */
            holder: string;
            /** Identifier */
            identifier: string;
            /** Name */
            name: string;
            /** Open */
            open: boolean;
            /** Own */
            own: boolean;
            /** Purpose */
            purpose: string;
            /** Type */
            type: string;
            /** Until */
            until: string | null;
            /** Valid Until */
            valid_until: string | null;
        };
        /**
         * LiftBody
         * @description Why a closure is taken back.
         */
        LiftBody: {
            /** Reason */
            reason: string;
        };
        /**
         * LiftExtraHoursBody
         * @description Takes extended hours back. `remedy`: what becomes of those who are booked; without it they keep their appointments and are served.
         *     `preview` only lists them.
         */
        LiftExtraHoursBody: {
            /**
             * Preview
             * @default false
             */
            preview?: boolean;
            /** Reason */
            reason: string;
            /** @default null */
            remedy?: components["schemas"]["Remedy"] | null;
        };
        /**
         * LimitView
         * @description Other limits for some answers. `statutory` is empty where there is none, or nobody has checked it.
         */
        LimitView: {
            /** Asked When */
            asked_when: string;
            /** Name */
            name: string;
            /** Promised */
            promised: string;
            /** Statutory */
            statutory: string;
        };
        /**
         * LineBody
         * @description A department sets what an indicator gives. `reason`: why, wherever it differs from what registers give.
         */
        LineBody: {
            /** Indicator */
            indicator: string;
            /** Points */
            points: number;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /** Version */
            version: number;
        };
        /**
         * Listed
         * @description What a register must say of everybody, and of every unit, a field names: `must` of the value at `path`, that they stand `among` its
         *     entries, or that there are `none` of these entries. Of a field that names nobody: what it must say of the applicant beside that answer.
         *     `otherwise`: what staff read where it is not so. `when`: for which answers it is asked at all. `absent`: who has no record there is
         *     as they must be; alone: and nobody else is.
         */
        Listed: {
            /**
             * Absent
             * @default false
             */
            absent?: boolean;
            /** @default null */
            among?: components["schemas"]["Among"] | null;
            /** @default null */
            must?: components["schemas"]["Test"] | null;
            /** @default null */
            none?: components["schemas"]["Entries"] | null;
            /** @default named */
            of?: components["schemas"]["Whose"];
            /** Otherwise */
            otherwise: string;
            /**
             * Path
             * @default null
             */
            path?: string | null;
            /** Register */
            register: string;
            /**
             * When
             * @default []
             */
            when?: components["schemas"]["Condition"][];
        };
        /**
         * LogOfPersonBody
         * @description A person by their document, and why it is looked into who saw their data.
         */
        LogOfPersonBody: {
            /**
             * Cursor
             * @default null
             */
            cursor?: string | null;
            /** @default resident_card */
            document_type?: components["schemas"]["DocumentType"];
            /** Id Number */
            id_number: string;
            /** Purpose */
            purpose: string;
        };
        /**
         * LogRowView
         * @description One row. `about`: whose data it was, masked. `detail`: what else is recorded, as text. `sealed`: it is in the chain.
         */
        LogRowView: {
            /**
             * About
             * @default
             */
            about?: string;
            /** Action */
            action: string;
            /** Action Label */
            action_label: string;
            /** Actor */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Channel
             * @default
             */
            channel?: string;
            /**
             * Department
             * @default
             */
            department?: string;
            /** Detail */
            detail?: {
                [key: string]: string;
            };
            /** Id */
            id: string;
            /**
             * In Place Of
             * @default
             */
            in_place_of?: string;
            /**
             * Principal
             * @default
             */
            principal?: string;
            /**
             * Purpose
             * @default
             */
            purpose?: string;
            /**
             * Roles
             * @default
             */
            roles?: string;
            /** Sealed */
            sealed: boolean;
            /** Subject */
            subject: string;
            /** Subject Id */
            subject_id: string;
        };
        /** LogView */
        LogView: {
            /** Items */
            items: components["schemas"]["LogRowView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /**
         * LookUpBody
         * @description Finds a visitor who is here by what a reader or a hand put into one field: the code they show, the number of their
         *     document, of any kind, or their name. In the body, for none of it belongs into an address.
         */
        LookUpBody: {
            /** Hall */
            hall: string;
            /** Sought */
            sought: string;
        };
        /**
         * ManyExtraHoursView
         * @description Extended hours of a hall, the latest day first.
         */
        ManyExtraHoursView: {
            /** Items */
            items: components["schemas"]["ExtraHoursView"][];
        };
        /**
         * MarkView
         * @description A mark as the person it is on, and the department that made it, see it.
         */
        MarkView: {
            /** Case */
            case: string;
            /** Case Number */
            case_number: string;
            /** How To Repair */
            how_to_repair: string;
            /** Id */
            id: string;
            /** Item Name */
            item_name: string;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Open */
            open: boolean;
            /** Person Name */
            person_name: string;
            /** Repair */
            repair: string | null;
            /** Repair Reason */
            repair_reason: string;
            /** Repaired At */
            repaired_at: string | null;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Version */
            version: number;
            /** What */
            what: string;
        };
        /**
         * MaterialChoice
         * @description What is handed in for one material: uploads by id, or the licence the government holds.
         *
         *     `holder`: whose licence, where it is not the applicant's own; they are asked to authorise it.
         */
        MaterialChoice: {
            /** Files */
            files?: string[];
            /** @default null */
            holder?: components["schemas"]["HolderBody"] | null;
            /**
             * Licence
             * @default false
             */
            licence?: boolean;
        };
        /** MaterialVersionView */
        MaterialVersionView: {
            /** Content Type */
            content_type: string;
            /** Name */
            name: string;
            /** Number */
            number: number;
            /** Pages */
            pages: number;
            /** Passed At */
            passed_at: string | null;
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
            /**
             * Uploaded At
             * Format: date-time
             */
            uploaded_at: string;
            /** Uploaded By */
            uploaded_by: string;
        };
        /**
         * AppointmentView
         * @description An appointment as its citizen, or their agent, sees it. `actions` are the acts open now.
         */
        models__appointments__AppointmentView: {
            acting: components["schemas"]["ForView"] | null;
            /** Actions */
            actions: string[];
            /** Called To */
            called_to: string | null;
            /** Cancel Until */
            cancel_until: string | null;
            /** Case */
            case: string | null;
            /** Code */
            code: string;
            /** Counter Name */
            counter_name: string;
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Frozen */
            frozen: string | null;
            /** Hall */
            hall: string;
            /** Hall Name */
            hall_name: string;
            /** Id */
            id: string;
            /** Item Names */
            item_names: string[];
            /** Items */
            items: string[];
            /** Moved From */
            moved_from: string | null;
            /** Moved To */
            moved_to: string | null;
            /** Name */
            name: string;
            /** People */
            people: string[];
            proposal: components["schemas"]["ProposalView"] | null;
            /** Reason */
            reason: string | null;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            state: components["schemas"]["PlaceState"];
            /** Status */
            status: string;
            /** Ticket */
            ticket: string | null;
            /** Version */
            version: number;
            /** When */
            when: string;
        };
        /**
         * HallView
         * @description A hall and the items that can be booked there; it may serve others to whoever comes.
         *
         *     `counters`: the names of those that serve the item that was asked for; none where none was.
         */
        models__appointments__HallView: {
            /** Address */
            address: string;
            /** Counters */
            counters: string[];
            /** Hours */
            hours: string;
            /** Id */
            id: string;
            /** Items */
            items: string[];
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            /** Towns */
            towns: string[];
        };
        /**
         * VersionBody
         * @description An act on what the actor saw: the version they looked at.
         */
        models__appointments__VersionBody: {
            /** Version */
            version: number;
        };
        /**
         * AuthorisationBody
         * @description What a letter of authorisation says. Both days are included. `representative`, `deputy`: ids of staff.
         */
        models__authorisations__AuthorisationBody: {
            /**
             * Deputy
             * @default null
             */
            deputy?: string | null;
            /** Document Number */
            document_number: string;
            /** Items */
            items: string[];
            level: components["schemas"]["AuthorisationLevel"];
            /** Representative */
            representative: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid Until
             * Format: date
             */
            valid_until: string;
        };
        /**
         * AuthorisationView
         * @description One authorisation for staff: also how it came to be and how it ended. `awaiting`: what waits at the chief representative's step and
         *     nobody may decide but on this letter; once it has ended, nobody at all. `own`: whoever reads it entered it, so somebody else issues it.
         */
        models__authorisations__AuthorisationView: {
            /** Absences */
            absences: components["schemas"]["AbsenceView"][];
            /** Awaiting */
            awaiting: components["schemas"]["AwaitingLetter"][];
            /** Away */
            away: boolean;
            /** Department */
            department: string;
            /** Department Name */
            department_name: string;
            /** Deputy */
            deputy: string | null;
            /** Deputy Id */
            deputy_id: string | null;
            /** Document Number */
            document_number: string;
            /** Id */
            id: string;
            /** In Force */
            in_force: boolean;
            /** Issued At */
            issued_at: string | null;
            /** Issued By */
            issued_by: string | null;
            /** Item Names */
            item_names: string[];
            /** Items */
            items: string[];
            /** Level */
            level: string;
            /** Own */
            own: boolean;
            /** Proposed By */
            proposed_by: string;
            /** Representative */
            representative: string;
            /** Representative Id */
            representative_id: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Revoked By */
            revoked_by: string | null;
            /** Revoked For */
            revoked_for: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Uses */
            uses: number;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid Until
             * Format: date
             */
            valid_until: string;
            /** Version */
            version: number;
        };
        /**
         * DayKind
         * @description On which days a window of a schedule is open. A make-up working day (调休) is a `workday` and nothing else.
         * @enum {string}
         */
        models__booking__DayKind: "workday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
        /**
         * DayKind
         * @description What a day is made.
         * @enum {string}
         */
        models__calendar__DayKind: "holiday" | "workday";
        /** StepView */
        models__case_views__StepView: {
            /** Done At */
            done_at: string | null;
            /** Done By */
            done_by: string | null;
            /** Due */
            due: string | null;
            /**
             * Earlier
             * @default 0
             */
            earlier?: number;
            /**
             * Finding
             * @default
             */
            finding?: string;
            /** Key */
            key: string;
            /** Name */
            name: string;
            /**
             * Stands
             * @default
             */
            stands?: string;
            /** Started At */
            started_at: string | null;
            /**
             * Verdict
             * @default
             */
            verdict?: string;
        };
        /**
         * DraftBody
         * @description A new draft. Nothing but the item is needed yet. `region`: the district that is to decide it; the applicant's own where absent.
         */
        models__cases__bodies__DraftBody: {
            /** Form */
            form?: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Item */
            item: string;
            /** Materials */
            materials?: {
                [key: string]: components["schemas"]["MaterialChoice"];
            };
            /**
             * Region
             * @default null
             */
            region?: string | null;
        };
        /**
         * GrantBody
         * @description For a certificate of an instant item that a person decides: `no_record` where there is nothing on record, `facts`
         *     what the page says where the registers do not. `differing`: what was found about answers that differ from what registers say.
         *     `aside`: that what the applicant asked for is not among the facts, and the paper is given all the same.
         *     `fills`: what the deciding step fixes, such as the amount, by key. `despite`: why the head grants although a look had failed.
         */
        models__cases__bodies__GrantBody: {
            /**
             * Aside
             * @default false
             */
            aside?: boolean;
            /**
             * Despite
             * @default null
             */
            despite?: string | null;
            /**
             * Differing
             * @default null
             */
            differing?: string | null;
            /**
             * Facts
             * @default null
             */
            facts?: {
                [key: string]: components["schemas"]["JsonValue"];
            } | null;
            /** Fills */
            fills?: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /**
             * No Record
             * @default false
             */
            no_record?: boolean;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /** Version */
            version: number;
        };
        /**
         * VersionBody
         * @description An act that needs nothing but the page it was taken on.
         */
        models__cases__bodies__VersionBody: {
            /** Version */
            version: number;
        };
        /**
         * RevokeBody
         * @description `basis`: the rule the revocation rests on.
         */
        models__cases__promises__RevokeBody: {
            /** Basis */
            basis: string;
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * WordView
         * @description Who gave their word, and who heard it.
         */
        models__cases__promises__WordView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Heard By */
            heard_by: string | null;
        };
        /**
         * DraftBody
         * @description An item's YAML as an editor has it now, published or not.
         */
        models__catalogue__changes__DraftBody: {
            /** Source */
            source: string;
        };
        /**
         * AppointmentView
         * @description How a visit is booked.
         */
        models__catalogue__views__AppointmentView: {
            /** Booking */
            booking: string;
            /** Bring */
            bring: string[];
            /** Halls */
            halls: components["schemas"]["models__catalogue__views__HallView"][];
            /** Label */
            label: string;
            /** Minutes */
            minutes: number;
            /** Staff Confirms */
            staff_confirms: boolean;
        };
        /**
         * HallView
         * @description A hall that serves the item by appointment.
         */
        models__catalogue__views__HallView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * LineView
         * @description A code with the words people read for it.
         */
        models__catalogue__views__LineView: {
            /** Label */
            label: string;
            /** Value */
            value: string;
        };
        /**
         * MaterialView
         * @description One material as the guide tells it. `asked_when`: in words; `waived`: who need not hand it in.
         */
        models__catalogue__views__MaterialView: {
            /** Accepts */
            accepts: string[];
            /** Asked When */
            asked_when: string;
            /** Bring Original */
            bring_original: boolean;
            /** Form Label */
            form_label: string;
            /** Help */
            help: string;
            /** Key */
            key: string;
            /** Later */
            later: string;
            /** Licence */
            licence: string | null;
            /** Max Files */
            max_files: number;
            /** Max Mb */
            max_mb: number;
            /** Name */
            name: string;
            /** Need */
            need: string;
            /** Need Label */
            need_label: string;
            /** Source */
            source: string;
            /** Source Label */
            source_label: string;
            /** Standard */
            standard: string;
            /** Upload */
            upload: boolean;
            /** Waived */
            waived: string;
        };
        /**
         * ResultView
         * @description What is handed out.
         */
        models__catalogue__views__ResultView: {
            /** Delivery */
            delivery: string[];
            /** Key */
            key: string;
            /** Kind Label */
            kind_label: string;
            /** Licence */
            licence: string;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Offers No Record */
            offers_no_record: boolean;
            /** Validity Days */
            validity_days: number | null;
        };
        /**
         * StepView
         * @description One step as the guide tells it.
         */
        models__catalogue__views__StepView: {
            /**
             * Asked When
             * @default
             */
            asked_when?: string;
            /** Limit */
            limit: string;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Output */
            output: string;
            /** Who */
            who: string;
        };
        /**
         * RevokeBody
         * @description `superseded_by`: the certificate that takes its place, if there is one.
         */
        models__certificates__RevokeBody: {
            /** Reason */
            reason: string;
            /**
             * Superseded By
             * @default null
             */
            superseded_by?: string | null;
            /** Version */
            version: number;
        };
        /**
         * WordView
         * @description A value of a closed list with its words.
         */
        models__common_views__WordView: {
            /** Code */
            code: string;
            /** Label */
            label: string;
        };
        /**
         * CallBody
         * @description Calls a visitor to a counter; again, where they are called already.
         */
        models__counter__CallBody: {
            /** Counter */
            counter: string;
            /**
             * Theirs
             * @default false
             */
            theirs?: boolean;
            /** Version */
            version: number;
        };
        /**
         * OfferView
         * @description What the decision opened: an item that may be applied for now, and what it brings.
         */
        models__decision_views__OfferView: {
            /** Item */
            item: string;
            /** Name */
            name: string;
            /** Note */
            note: string;
        };
        /**
         * ResultView
         * @description What is handed out; `place`, `hours`: at which counter it waits, where it is collected; `wish`: what the applicant said who wanted
         *     it another way than they had chosen, as staff wrote it down.
         */
        models__decision_views__ResultView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Delivery */
            delivery: string;
            /** Hours */
            hours: string;
            /** Kind */
            kind: string;
            /** Note */
            note: string;
            /** Number */
            number: string;
            /** Place */
            place: string;
            /** Wish */
            wish: string;
        };
        /**
         * Only
         * @description Who may choose an option that is not for everybody.
         * @enum {string}
         */
        models__forms__Only: "people" | "enterprises";
        /**
         * GrantBody
         * @description An offer by either side: who names the `agent` is the principal, who names the `principal` the agent.
         *
         *     With a `call_back` the principal has no phone: the agent names them by document, adds photographs of the paper they signed
         *     (`evidence`, own uploads), and staff call. The paper alone grants nothing.
         *
         *     A guardian names the ward as `principal`; `items` may then be left out. A legal representative names the
         *     `enterprise` and, as `agent`, who handles its matters: themselves or somebody else.
         */
        models__grants__offers__GrantBody: {
            /** @default null */
            agent?: components["schemas"]["PartyBody"] | null;
            /** @default delegation */
            basis?: components["schemas"]["ProxyBasis"];
            /** @default null */
            call_back?: components["schemas"]["CallBackBody"] | null;
            /** @default null */
            enterprise?: components["schemas"]["EnterpriseBody"] | null;
            /** Evidence */
            evidence?: string[];
            /**
             * From
             * @default null
             */
            from?: string | null;
            /** Items */
            items?: string[];
            /**
             * Note
             * @default null
             */
            note?: string | null;
            /**
             * Powers
             * @default null
             */
            powers?: components["schemas"]["Power"][] | null;
            /** @default null */
            principal?: components["schemas"]["PartyBody"] | null;
            /**
             * Single Use
             * @default false
             */
            single_use?: boolean;
            /**
             * Until
             * @default null
             */
            until?: string | null;
        };
        /**
         * MaterialView
         * @description A material as its owner or their agent sees it.
         */
        models__materials__MaterialView: {
            /** Content Type */
            content_type: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: string;
            /** Items */
            items: string[];
            /** Name */
            name: string;
            /** Pages */
            pages: number;
            /** Person Name */
            person_name: string;
            /** Reusable */
            reusable: boolean;
            /** Size */
            size: number;
            /** Version */
            version: number;
            /** Versions */
            versions: components["schemas"]["MaterialVersionView"][];
        };
        /**
         * CallBody
         * @description What came of the call.
         */
        models__notices__CallBody: {
            /**
             * Note
             * @default null
             */
            note?: string | null;
            outcome: components["schemas"]["CallOutcome"];
        };
        /**
         * DeclineBody
         * @description Why not. The applicant and the staff read it.
         */
        models__others__DeclineBody: {
            /** Reason */
            reason: string;
        };
        /**
         * LineView
         * @description A line of a slip; amounts in yuan.
         */
        models__payments__LineView: {
            /** Amount */
            amount: string;
            /** Basis */
            basis: string;
            /** Name */
            name: string;
            /** Price */
            price: string;
            /** Quantity */
            quantity: string;
            /** Unit */
            unit: string;
            /** Waived For */
            waived_for: string;
        };
        /**
         * LookView
         * @description `who`: a masked name, or that nobody was logged in.
         */
        models__shares__LookView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** File */
            file: boolean;
            /** Who */
            who: string;
        };
        /**
         * DeclineBody
         * @description Does not agree to it, or takes back one's own.
         */
        models__staff__DeclineBody: {
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /** ExportView */
        models__supervision__cards__ExportView: {
            /** Items */
            items: components["schemas"]["ExportRow"][];
        };
        /**
         * NamedView
         * @description Somebody who may be chosen by name, such as for a check.
         */
        NamedView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * NewStaff
         * @description An account somebody makes for a colleague. `reason`: needed where a second administrator has to agree.
         */
        NewStaff: {
            /**
             * Department
             * @default null
             */
            department?: string | null;
            /**
             * Hall
             * @default null
             */
            hall?: string | null;
            /** Name */
            name: string;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /** Roles */
            roles: components["schemas"]["Role"][];
            /**
             * Town
             * @default null
             */
            town?: string | null;
            /** Username */
            username: string;
        };
        /**
         * NextBody
         * @description Calls whoever is next in line at a counter; `besides`: also while somebody is still served there, who is not done.
         */
        NextBody: {
            /**
             * Besides
             * @default false
             */
            besides?: boolean;
            /** Counter */
            counter: string;
        };
        /**
         * NotableDayView
         * @description A day that is not what its weekday says. `changed`: by staff, after the release; who and why stands in `items`.
         */
        NotableDayView: {
            /** Changed */
            changed: boolean;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Name */
            name: string;
            /** Works */
            works: boolean;
        };
        /**
         * NoticeCallsView
         * @description Calls that wait, the oldest first, those that were tried behind the others.
         */
        NoticeCallsView: {
            /** Items */
            items: components["schemas"]["NoticeCallView"][];
        };
        /**
         * NoticeCallView
         * @description A notice that is to be told by phone. Name and number are masked and `body` is empty until the reader has taken the call on;
         *     that look is logged. What is read to the person herself names both sides of her grant in full. `caller`: the colleague who has it;
         *     `door`: whether the reader may tell it at the person's door.
         */
        NoticeCallView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Body */
            body: string;
            /** Caller */
            caller: string;
            /** Claimed At */
            claimed_at: string | null;
            /** Door */
            door: boolean;
            /** Id */
            id: string;
            /** Mine */
            mine: boolean;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            /** Title */
            title: string;
            /** Tried At */
            tried_at: string | null;
            /** Tries */
            tries: number;
        };
        /**
         * NoticeView
         * @description A notice as its reader sees it.
         */
        NoticeView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Body */
            body: string;
            /** Grant */
            grant: string | null;
            /** Id */
            id: string;
            /** Link */
            link: string;
            /** Read At */
            read_at: string | null;
            /** Template */
            template: string;
            /** Title */
            title: string;
        };
        /**
         * NotReached
         * @description Why a principal was not heard on the telephone this time.
         * @enum {string}
         */
        NotReached: "no_answer" | "engaged" | "later";
        /** ObjectedBody */
        ObjectedBody: {
            /** Indicator */
            indicator: string;
            /** Reason */
            reason: string;
        };
        /** ObjectedLineView */
        ObjectedLineView: {
            /** Finding */
            finding: string;
            /** Indicator */
            indicator: string;
            /** Points */
            points: number | null;
            /** Reason */
            reason: string;
        };
        /**
         * ObligationView
         * @description What somebody still has to do for a case, or has done. `blocks`: what waits for it.
         *
         *     `digest`: SHA-256 of exactly what was confirmed or signed; `intact`: whether that is what the case holds now. `method`: how it was
         *     shown to be them. `answers`, `files`, `reason`: what they answered; what is sealed is masked for those who do not work on the case.
         */
        ObligationView: {
            /** Answers */
            answers: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Blocks */
            blocks: string;
            /** Declined At */
            declined_at: string | null;
            /** Digest */
            digest: string;
            /** Due */
            due: string | null;
            /** Ended For */
            ended_for: string;
            /** Files */
            files: components["schemas"]["EnclosureView"][];
            /** Handed At */
            handed_at: string | null;
            /** Id */
            id: string;
            /** Intact */
            intact: boolean | null;
            /** Key */
            key: string;
            kind: components["schemas"]["models__common_views__WordView"];
            /** Met At */
            met_at: string | null;
            /** Met By */
            met_by: string | null;
            /** Method */
            method: string;
            /** Name */
            name: string;
            /** Open */
            open: boolean;
            /** Overdue */
            overdue: boolean;
            /** Reason */
            reason: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Who Name */
            who_name: string | null;
        };
        /**
         * OnPaperBody
         * @description Of somebody the day's list has, as it was seen.
         */
        OnPaperBody: {
            /**
             * Called
             * @default null
             */
            called?: string | null;
            /**
             * Came
             * @default null
             */
            came?: string | null;
            /**
             * Counter
             * @default null
             */
            counter?: string | null;
            /**
             * Done
             * @default null
             */
            done?: string | null;
            /**
             * Left
             * @default false
             */
            left?: boolean;
            /** Outage */
            outage: string;
            /** Version */
            version: number;
        };
        /**
         * OpeningView
         * @description What may be applied for once this is granted.
         */
        OpeningView: {
            /** Item */
            item: string;
            /** Note */
            note: string;
        };
        /**
         * OpinionBody
         * @description What the head has to say of the list, on the page they saw.
         */
        OpinionBody: {
            /** Opinion */
            opinion: string;
            /** Version */
            version: number;
        };
        /**
         * Option
         * @description One choice of a `choice` or `multi` field. `exclusive`: of several, chosen alone or not at all, as 「都没有」. `only`: whose
         *     applications may choose it; left out, everybody's.
         */
        Option: {
            /**
             * Exclusive
             * @default false
             */
            exclusive?: boolean;
            /**
             * Help
             * @default
             */
            help?: string;
            /** Label */
            label: string;
            /** @default null */
            only?: components["schemas"]["models__forms__Only"] | null;
            /** Value */
            value: string;
        };
        /**
         * OrderView
         * @description The open payment on the phone. `token` opens the bank's page.
         */
        OrderView: {
            /** Amount */
            amount: string;
            /** Expires At */
            expires_at: string | null;
            /** Id */
            id: string;
            /** Token */
            token: string;
        };
        /**
         * OrganisationCode
         * @description What an organisation is known by, where a person has an identity document. `label` is what people read.
         * @enum {string}
         */
        OrganisationCode: "uscc";
        /**
         * Origin
         * @description How one saved answer came about: `register` while it is as the register gave it, `applicant` once changed.
         *
         *     A changed answer keeps what the register said, so that whoever reviews it sees both.
         */
        Origin: {
            /** By */
            by: string;
            /** @default null */
            original?: components["schemas"]["JsonValue"];
            /** @default null */
            source?: components["schemas"]["ValueSource"] | null;
        };
        /**
         * Original
         * @description What the comparison of an original with its upload showed (核验原件).
         * @enum {string}
         */
        Original: "same" | "different" | "exempt";
        /** OriginalBody */
        OriginalBody: {
            /** Material */
            material: string;
            /**
             * Note
             * @default null
             */
            note?: string | null;
            outcome: components["schemas"]["Original"];
        };
        /** OriginalView */
        OriginalView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Note */
            note: string;
            outcome: components["schemas"]["models__common_views__WordView"];
        };
        /**
         * OutagesView
         * @description The blocks of a hall, the newest first.
         */
        OutagesView: {
            /** Items */
            items: components["schemas"]["OutageView"][];
        };
        /**
         * OutageTimesBody
         * @description When the hall had no system.
         */
        OutageTimesBody: {
            /**
             * End
             * Format: date-time
             */
            end: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /** Version */
            version: number;
        };
        /**
         * OutageView
         * @description A block as its hall sees it. `unused`: void once it is closed.
         */
        OutageView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Closed At */
            closed_at: string | null;
            /** Closed By */
            closed_by: string | null;
            /** Count */
            count: number;
            /** End */
            end: string | null;
            /** First */
            first: string;
            /** Hall */
            hall: string;
            /** Id */
            id: string;
            /** Last */
            last: string;
            /** Reason */
            reason: string;
            /** Start */
            start: string | null;
            /** Unused */
            unused: string[];
            /** Used */
            used: components["schemas"]["UsedNumberView"][];
            /** Version */
            version: number;
        };
        /**
         * Outcome
         * @description What a review says.
         * @enum {string}
         */
        Outcome: "upheld" | "withdrawn";
        /**
         * OwnPlaceView
         * @description Where somebody stands in a ranking that was published.
         */
        OwnPlaceView: {
            /** Answer By */
            answer_by: string | null;
            /** Asked */
            asked: boolean;
            /** Case */
            case: string;
            /** Given */
            given: string;
            /** Item */
            item: string;
            /** Of */
            of: number;
            /** Offered */
            offered: string;
            outcome: components["schemas"]["models__common_views__WordView"];
            /** Place */
            place: number | null;
            /** Quota */
            quota: number;
            /** Round */
            round: string;
            /** Round Name */
            round_name: string;
            /** Sentence */
            sentence: string;
            /** Total */
            total: number;
            /** Until */
            until: string | null;
        };
        /** OwnPointsView */
        OwnPointsView: {
            /** Places */
            places: components["schemas"]["OwnPlaceView"][];
            /** Records */
            records: components["schemas"]["RecordView"][];
            /** Sheets */
            sheets: components["schemas"]["SheetView"][];
        };
        /** Page[AppointmentView] */
        Page_AppointmentView_: {
            /** Items */
            items: components["schemas"]["models__appointments__AppointmentView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[ArchivableView] */
        Page_ArchivableView_: {
            /** Items */
            items: components["schemas"]["ArchivableView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[AskedRow] */
        Page_AskedRow_: {
            /** Items */
            items: components["schemas"]["AskedRow"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[AwaitedWord] */
        Page_AwaitedWord_: {
            /** Items */
            items: components["schemas"]["AwaitedWord"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[BatchRow] */
        Page_BatchRow_: {
            /** Items */
            items: components["schemas"]["BatchRow"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[BillView] */
        Page_BillView_: {
            /** Items */
            items: components["schemas"]["BillView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[CardView] */
        Page_CardView_: {
            /** Items */
            items: components["schemas"]["CardView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[CaseRow] */
        Page_CaseRow_: {
            /** Items */
            items: components["schemas"]["CaseRow"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[CertificateView] */
        Page_CertificateView_: {
            /** Items */
            items: components["schemas"]["CertificateView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[ClockRow] */
        Page_ClockRow_: {
            /** Items */
            items: components["schemas"]["ClockRow"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[DebtRow] */
        Page_DebtRow_: {
            /** Items */
            items: components["schemas"]["DebtRow"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[DeliveryView] */
        Page_DeliveryView_: {
            /** Items */
            items: components["schemas"]["DeliveryView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[DeskView] */
        Page_DeskView_: {
            /** Items */
            items: components["schemas"]["DeskView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[DestroyableView] */
        Page_DestroyableView_: {
            /** Items */
            items: components["schemas"]["DestroyableView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[DestructionRow] */
        Page_DestructionRow_: {
            /** Items */
            items: components["schemas"]["DestructionRow"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[GrantView] */
        Page_GrantView_: {
            /** Items */
            items: components["schemas"]["GrantView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[InspectionRow] */
        Page_InspectionRow_: {
            /** Items */
            items: components["schemas"]["InspectionRow"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[IntakeRow] */
        Page_IntakeRow_: {
            /** Items */
            items: components["schemas"]["IntakeRow"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[ItemSummary] */
        Page_ItemSummary_: {
            /** Items */
            items: components["schemas"]["ItemSummary"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[ItemToEditView] */
        Page_ItemToEditView_: {
            /** Items */
            items: components["schemas"]["ItemToEditView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[MarkView] */
        Page_MarkView_: {
            /** Items */
            items: components["schemas"]["MarkView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[MaterialView] */
        Page_MaterialView_: {
            /** Items */
            items: components["schemas"]["models__materials__MaterialView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[NamedView] */
        Page_NamedView_: {
            /** Items */
            items: components["schemas"]["NamedView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[PreservedView] */
        Page_PreservedView_: {
            /** Items */
            items: components["schemas"]["PreservedView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[RecheckView] */
        Page_RecheckView_: {
            /** Items */
            items: components["schemas"]["RecheckView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[RoundView] */
        Page_RoundView_: {
            /** Items */
            items: components["schemas"]["RoundView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[SheetView] */
        Page_SheetView_: {
            /** Items */
            items: components["schemas"]["SheetView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[StaffRoundRowView] */
        Page_StaffRoundRowView_: {
            /** Items */
            items: components["schemas"]["StaffRoundRowView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[StaffView] */
        Page_StaffView_: {
            /** Items */
            items: components["schemas"]["StaffView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /**
         * PaperForm
         * @description A paper form of a time without the system: of which block, its number, and the time on it, so that one that was misread is told
         *     before anything is written down.
         */
        PaperForm: {
            /**
             * At
             * @default null
             */
            at?: string | null;
            /** Number */
            number: string;
            /** Outage */
            outage: string;
        };
        /**
         * PaperSpanView
         * @description A time without the system that is still being entered.
         */
        PaperSpanView: {
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Id */
            id: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
        };
        /**
         * PaperView
         * @description A written notice of the case; `key` is the last part of its address below the case's papers.
         */
        PaperView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Key */
            key: string;
            /** Number */
            number: string;
            /** Title */
            title: string;
        };
        /**
         * PaperVisitBody
         * @description Of somebody who just came: who it was, and what for.
         */
        PaperVisitBody: {
            /**
             * Called
             * @default null
             */
            called?: string | null;
            caller: components["schemas"]["CallerBody"];
            /**
             * Came
             * @default null
             */
            came?: string | null;
            /**
             * Counter
             * @default null
             */
            counter?: string | null;
            /**
             * Done
             * @default null
             */
            done?: string | null;
            /** Items */
            items: string[];
            /**
             * Left
             * @default false
             */
            left?: boolean;
            /** Outage */
            outage: string;
        };
        /**
         * PartView
         * @description One department's share of a bundle. `case`: where its own papers are, since it began; `any_of`: parts of which one must be
         *     granted before; `hands_out`: whether the applicant gets something of it.
         */
        PartView: {
            /** After */
            after: string[];
            /** Any Of */
            any_of: string[];
            /** Case */
            case: string | null;
            /** Decided At */
            decided_at: string | null;
            /** Department */
            department: string;
            /** Due */
            due: string | null;
            /** Essential */
            essential: boolean;
            /** Hands Out */
            hands_out: boolean;
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Number */
            number: string | null;
            /** Result */
            result: string;
            status: components["schemas"]["models__common_views__WordView"];
        };
        /**
         * PartyBody
         * @description The other side: by document or by phone, each with the name; with neither, whoever scans the QR code (and is called `name`, where given).
         */
        PartyBody: {
            /** @default resident_card */
            document_type?: components["schemas"]["DocumentType"];
            /**
             * Id Number
             * @default null
             */
            id_number?: string | null;
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Phone
             * @default null
             */
            phone?: string | null;
        };
        /**
         * PartyView
         * @description One side, masked for the other. Staff who took on one that waits read the names in full, and the document (`document_title`,
         *     `id_number`) of whom the agent named: it is compared with the paper, and they are asked for.
         */
        PartyView: {
            /**
             * Document Title
             * @default
             */
            document_title?: string;
            /**
             * Id Number
             * @default
             */
            id_number?: string;
            /** Known */
            known: boolean;
            /** Name */
            name: string;
        };
        /** PassBody */
        PassBody: {
            /** Materials */
            materials: string[];
            /** Version */
            version: number;
        };
        /**
         * PassedOnView
         * @description One place that became free, and to whom it was offered, each with the end of the case's number alone.
         */
        PassedOnView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Given */
            given: string;
            /** Number */
            number: string;
            /** Offers */
            offers: string[];
            /** Why */
            why: string;
        };
        /** PasswordBody */
        PasswordBody: {
            /** New Password */
            new_password: string;
            /** Password */
            password: string;
        };
        /**
         * PauseBody
         * @description `until`: the day it is expected to be over, which the applicant is told in writing (行政许可法 art. 45: 应当将所需时间书面告知申请人).
         */
        PauseBody: {
            ground: components["schemas"]["PauseGround"];
            /**
             * Legal Basis
             * @default null
             */
            legal_basis?: string | null;
            /** Reason */
            reason: string;
            /**
             * Until
             * Format: date
             */
            until: string;
            /** Version */
            version: number;
        };
        /**
         * PauseGround
         * @description Why a clock stops. The first eight are those of 行政许可法 art. 45.
         * @enum {string}
         */
        PauseGround: "hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "site_visit" | "public_notice" | "counterpart" | "correction" | "round" | "chosen_day" | "answer";
        /**
         * PaymentMethod
         * @description How money came.
         * @enum {string}
         */
        PaymentMethod: "online" | "cash" | "pos";
        /**
         * PersonDocument
         * @description A person named by their document, as staff read it off the card. `shown`: which other one was looked at, where the register holds
         *     this one for lost.
         */
        PersonDocument: {
            /** @default resident_card */
            document_type?: components["schemas"]["DocumentType"];
            /** Id Number */
            id_number: string;
            /** Name */
            name: string;
            /**
             * Phone
             * @default null
             */
            phone?: string | null;
            /**
             * Shown
             * @default null
             */
            shown?: string | null;
        };
        /**
         * PersonView
         * @description A citizen as staff see them: masked.
         */
        PersonView: {
            /** @default null */
            document_type?: components["schemas"]["DocumentType"] | null;
            /**
             * Has Account
             * @default false
             */
            has_account?: boolean;
            /** Id */
            id: string;
            /**
             * Id Number
             * @default
             */
            id_number?: string;
            /**
             * Level
             * @default 0
             */
            level?: number;
            /** Name */
            name: string;
            /**
             * Phone
             * @default
             */
            phone?: string;
        };
        /** PhotoFindingView */
        PhotoFindingView: {
            /** Advice */
            advice: string;
            fault: components["schemas"]["models__common_views__WordView"];
        };
        /**
         * PhotographView
         * @description A photograph as staff who read the case's files see it; its content is a copy with a watermark.
         */
        PhotographView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Id */
            id: string;
            /** Of */
            of: string;
        };
        /**
         * PhotoView
         * @description What the machine found in a photograph. `left`: how many more it will look at before a clerk does.
         */
        PhotoView: {
            /** Attempts */
            attempts: number;
            /** Findings */
            findings: components["schemas"]["PhotoFindingView"][];
            /** Left */
            left: number;
            outcome: components["schemas"]["models__common_views__WordView"] | null;
            /** Sentence */
            sentence: string;
        };
        /**
         * PlaceBody
         * @description `take`: whether the place they have, or are offered, is taken; `case`: their application.
         */
        PlaceBody: {
            /** Case */
            case: string;
            /** Take */
            take: boolean;
        };
        /**
         * PlaceState
         * @description `free` to `withdrawn` are places nobody has; the rest are appointments.
         * @enum {string}
         */
        PlaceState: "free" | "held" | "withdrawn" | "pending" | "confirmed" | "checked_in" | "serving" | "done" | "declined" | "cancelled" | "missed";
        /** PostsView */
        PostsView: {
            /** Items */
            items: components["schemas"]["PostView"][];
        };
        /**
         * PostView
         * @description A colleague whose post may be given a stand-in, or who may be one.
         */
        PostView: {
            /** Department */
            department: string;
            /** Deputies */
            deputies: string[];
            /** Hall */
            hall: string | null;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Passed On */
            passed_on: components["schemas"]["Role"][];
            /** Roles */
            roles: components["schemas"]["Role"][];
            /** Town */
            town: string | null;
        };
        /**
         * Power
         * @description What a delegation (委托) may allow its agent to do.
         * @enum {string}
         */
        Power: "submit" | "mend" | "see" | "collect" | "withdraw";
        /**
         * PrefillSource
         * @description Where a field's answer comes from: a register and the dotted path inside the person's record there. `decides`: where
         *     somebody answers otherwise, or the register has no record of them, nothing is granted before a member of staff has written down
         *     what they found; `absent`: the answers that fit somebody it has no record of. `count`: the answer is how many entries of the list at `path`
         *     meet these conditions (`field`: a member of the entry; `born` of somebody whose number tells it); `by_number`: what that answers, from
         *     none on, the last for all beyond.
         */
        PrefillSource: {
            /**
             * Absent
             * @default []
             */
            absent?: components["schemas"]["JsonValue"][];
            /**
             * By Number
             * @default []
             */
            by_number?: string[];
            /**
             * Count
             * @default []
             */
            count?: components["schemas"]["Condition"][];
            /**
             * Decides
             * @default false
             */
            decides?: boolean;
            /** Path */
            path: string;
            /** Register */
            register: string;
        };
        /**
         * PreparedView
         * @description How the papers of a visit stand, by the pre-review of its case.
         */
        PreparedView: {
            /** Case */
            case: string;
            /** Ready */
            ready: boolean;
            /** Says */
            says: string;
        };
        /**
         * PreReviewBody
         * @description `file_when_passed`: where nothing must be brought, passing is taken as the formal application.
         */
        PreReviewBody: {
            /**
             * File When Passed
             * @default true
             */
            file_when_passed?: boolean;
            /** Version */
            version: number;
        };
        /**
         * PreserveBody
         * @description Why a case is kept from destruction, or need not be any more.
         */
        PreserveBody: {
            /** Reason */
            reason: string;
        };
        /**
         * PreservedView
         * @description A case that is kept from destruction, or was until now: then without a reason. `actions`: what is open to the viewer now.
         */
        PreservedView: {
            /** Actions */
            actions: string[];
            /** Archive */
            archive: string;
            /** At */
            at: string | null;
            /** By */
            by: string;
            /** Case */
            case: string;
            /** Item Name */
            item_name: string;
            /** Number */
            number: string;
            /** Reason */
            reason: string;
            /** Until */
            until: string;
        };
        /**
         * PreviewBody
         * @description `region`: whose guide; the catalogue's own district's where absent.
         */
        PreviewBody: {
            /**
             * Region
             * @default null
             */
            region?: string | null;
            /** Source */
            source: string;
        };
        /** @description RFC 9457 problem details; `detail` is Chinese for the person who reads it. */
        Problem: {
            detail: string;
            errors?: {
                detail?: string;
                pointer?: string;
            }[];
            /** @description the request id, also in X-Request-Id and in the log */
            instance: string;
            status: number;
            title: string;
            type: string;
        };
        /**
         * PromiseBody
         * @description Which materials the applicant promises to hand in later.
         */
        PromiseBody: {
            /** Materials */
            materials: string[];
            /** Version */
            version: number;
        };
        /**
         * ProofMethod
         * @description How it was shown that the living person is the one who acts.
         * @enum {string}
         */
        ProofMethod: "network_identity" | "counter" | "village_officer" | "paper_form";
        /** ProposalView */
        ProposalView: {
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Hall */
            hall: string;
            /** Hall Name */
            hall_name: string;
            /** Reason */
            reason: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /** ProposeBody */
        ProposeBody: {
            /**
             * Hall
             * @default null
             */
            hall?: string | null;
            /** Reason */
            reason: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /** Version */
            version: number;
        };
        /**
         * ProposedChangeView
         * @description A change of an account that waits for a second administrator. `mine`: one may agree to it; `own`: one has proposed it.
         */
        ProposedChangeView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            kind: components["schemas"]["ChangeKind"];
            /** Label */
            label: string;
            /**
             * Mine
             * @default false
             */
            mine?: boolean;
            /**
             * Own
             * @default false
             */
            own?: boolean;
            /** Reason */
            reason: string;
            /** @default null */
            settings?: components["schemas"]["AccountSettings"] | null;
        };
        /**
         * ProposeDraftBody
         * @description `note`: what changes and why, for whoever agrees.
         */
        ProposeDraftBody: {
            /** Note */
            note: string;
            /** Version */
            version: number;
        };
        /**
         * ProxyBasis
         * @description The bases on which somebody may act for the applicant.
         * @enum {string}
         */
        ProxyBasis: "delegation" | "guardianship" | "company";
        /**
         * ProxyView
         * @description Whether somebody may act for the applicant, and what that takes.
         */
        ProxyView: {
            /** Allowed */
            allowed: boolean;
            /** Needs */
            needs: string[];
            /** Powers */
            powers: string[];
            /** Reason */
            reason: string;
            /** Relations */
            relations: string[];
        };
        /**
         * PublicPlaceView
         * @description One row as everybody may see it: the family name and no more.
         */
        PublicPlaceView: {
            /** Applicant */
            applicant: string;
            /** Given */
            given: string;
            /** Number */
            number: string;
            /** Place */
            place: number;
            /** Standing */
            standing: string;
            /** Total */
            total: number;
            /** Within */
            within: boolean;
        };
        /**
         * PublicRankingView
         * @description A list while it is public. `next`: goes into `?after=`.
         */
        PublicRankingView: {
            /** Count */
            count: number;
            /** Next */
            next: number | null;
            /** Objections */
            objections: string;
            /** Passed On */
            passed_on: components["schemas"]["PassedOnView"][];
            round: components["schemas"]["RoundView"];
            /** Rows */
            rows: components["schemas"]["PublicPlaceView"][];
        };
        /**
         * PublishedLineView
         * @description What was published of an item beside the release.
         */
        PublishedLineView: {
            /** Note */
            note: string;
            /** Proposed By */
            proposed_by: string;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            /** Published By */
            published_by: string;
            /** Revision */
            revision: number;
        };
        /**
         * QuestionView
         * @description A question and its answer.
         */
        QuestionView: {
            /** Answer */
            answer: string;
            /** Question */
            question: string;
        };
        /**
         * QueueView
         * @description How it goes for somebody who has checked in. `before`: how many are called before them; None where nobody is waited for.
         */
        QueueView: {
            /** Before */
            before: number | null;
            /** Called To */
            called_to: string | null;
            /** Counter Name */
            counter_name: string;
            state: components["schemas"]["PlaceState"];
            /** Status */
            status: string;
            /** Ticket */
            ticket: string | null;
        };
        /**
         * RankedItemView
         * @description An item that is ranked: the department whose office ranks it, and what can be wished for; nothing where one quota is shared.
         */
        RankedItemView: {
            /** Code */
            code: string;
            /** Department */
            department: string;
            /** Label */
            label: string;
            /** Wishes */
            wishes: components["schemas"]["models__common_views__WordView"][];
        };
        /**
         * ReadingView
         * @description What the reader must sign into its next reading, within `expires_in` seconds.
         */
        ReadingView: {
            /** Expires In */
            expires_in: number;
            /** Nonce */
            nonce: string;
        };
        /** ReasonBody */
        ReasonBody: {
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * ReasonClass
         * @description Why a material or an answer is returned.
         * @enum {string}
         */
        ReasonClass: "missing" | "unclear" | "wrong_document" | "expired" | "inconsistent" | "incomplete" | "signature" | "wrong_answer" | "unagreed" | "other";
        /**
         * ReceiptView
         * @description The electronic receipt.
         */
        ReceiptView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Check Code */
            check_code: string;
            /** Code */
            code: string;
            /** Number */
            number: string;
            /** Void At */
            void_at: string | null;
        };
        /**
         * ReceiveBody
         * @description The originals compared at the counter. `appointment`: with which they came, today at this hall and checked in. `late`: they came in
         *     while there was no system, and are entered now.
         */
        ReceiveBody: {
            /**
             * Appointment
             * @default null
             */
            appointment?: string | null;
            /** @default null */
            late?: components["schemas"]["LateBody"] | null;
            /** Originals */
            originals?: components["schemas"]["OriginalBody"][];
            /** Version */
            version: number;
        };
        /**
         * RecheckerBody
         * @description Who is to do it: a member of staff, by id.
         */
        RecheckerBody: {
            /** Rechecker */
            rechecker: string;
            /** Version */
            version: number;
        };
        /**
         * RecheckFinding
         * @description What was found.
         * @enum {string}
         */
        RecheckFinding: "in_order" | "minor" | "wrong";
        /**
         * RecheckStatsView
         * @description A month's re-checks by town, with the draw they rest on; `definition` says what is counted.
         */
        RecheckStatsView: {
            /** Definition */
            definition: string;
            /** Digest */
            digest: string | null;
            /** Drawn At */
            drawn_at: string | null;
            /** Month */
            month: string;
            /** Percent */
            percent: number | null;
            /** Rows */
            rows: components["schemas"]["RecheckTown"][];
            /** Seed */
            seed: string | null;
        };
        /**
         * RecheckTown
         * @description One town's figures. `wrong_refusals`: of the wrong ones, refusals; `settled`: those the head has decided about. `in_order_share`:
         *     percent of those done; None before any is.
         */
        RecheckTown: {
            /** Done */
            done: number;
            /** Drawn */
            drawn: number;
            /** In Order */
            in_order: number;
            /** In Order Share */
            in_order_share: number | null;
            /** Minor */
            minor: number;
            /** Name */
            name: string;
            /** Settled */
            settled: number;
            /** Taken In */
            taken_in: number;
            /** Town */
            town: string;
            /** Wrong */
            wrong: number;
            /** Wrong Refusals */
            wrong_refusals: number;
        };
        /**
         * RecheckView
         * @description A re-check in a list. `annulment`: whether the finding has opened the way to annul the decision, `refusal`: and that is a refusal;
         *     `settled`: in words, how the head has decided about that.
         */
        RecheckView: {
            /** Actions */
            actions: string[];
            /** Annulment */
            annulment: boolean;
            /** Case */
            case: string;
            /** Case Number */
            case_number: string;
            /** Department */
            department: string;
            /**
             * Due
             * Format: date-time
             */
            due: string;
            /** Finding */
            finding: string | null;
            /** Found At */
            found_at: string | null;
            /** Found By */
            found_by: string | null;
            /** Id */
            id: string;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            /** Label */
            label: string;
            /** Month */
            month: string;
            /** Note */
            note: string;
            /** Overdue */
            overdue: boolean;
            /** Rechecker */
            rechecker: string | null;
            /** Refusal */
            refusal: boolean;
            /** Settled */
            settled: string | null;
            /** Settled At */
            settled_at: string | null;
            /** Town */
            town: string;
            /** Town Name */
            town_name: string;
            /** Version */
            version: number;
        };
        /** RecordLineView */
        RecordLineView: {
            /** Name */
            name: string;
            /** Points */
            points: number;
        };
        /**
         * RecordView
         * @description One edition of confirmed points, and the sealed paper.
         */
        RecordView: {
            /** Certificate */
            certificate: string;
            /** Certificate Number */
            certificate_number: string;
            /** Current */
            current: boolean;
            /** Edition */
            edition: number;
            /** Id */
            id: string;
            /** Lines */
            lines: components["schemas"]["RecordLineView"][];
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Total */
            total: number;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * RecusalGround
         * @description What ties somebody to a matter.
         * @enum {string}
         */
        RecusalGround: "own" | "relative" | "other";
        /**
         * RecusalRequestView
         * @description What the applicant asked, and what became of it; `granted` is None until it is decided.
         */
        RecusalRequestView: {
            /** Answer */
            answer: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Decided At */
            decided_at: string | null;
            /** Granted */
            granted: boolean | null;
            /** Reason */
            reason: string;
            /** Who */
            who: string;
        };
        /**
         * RecusalView
         * @description Who is out of the case, why, and who said so.
         */
        RecusalView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            ground: components["schemas"]["models__common_views__WordView"] | null;
            /** Reason */
            reason: string;
            /** Staff */
            staff: string;
            who: components["schemas"]["WhoView"];
        };
        /**
         * RecuseBody
         * @description The actor declares a tie of their own. `reason` stays with the office.
         */
        RecuseBody: {
            ground: components["schemas"]["RecusalGround"];
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * ReduceBody
         * @description A head lets somebody off: `fen` of what is to be paid, together with what was let off before; without it, all of it.
         */
        ReduceBody: {
            /**
             * Fen
             * @default null
             */
            fen?: number | null;
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * Reference
         * @description A bound taken from the day of filling in (`of: today`) or from another field: first put on a day of that year (`year_day: "08-31"`),
         *     then moved by months or days.
         */
        Reference: {
            /**
             * Days
             * @default 0
             */
            days?: number;
            /**
             * Months
             * @default 0
             */
            months?: number;
            /** Of */
            of: string;
            /**
             * Year Day
             * @default null
             */
            year_day?: string | null;
        };
        /**
         * RefundView
         * @description Money that goes back.
         */
        RefundView: {
            /** Amount */
            amount: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Done At */
            done_at: string | null;
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Reason */
            reason: string;
            /** State */
            state: string;
        };
        /**
         * RefuseBody
         * @description `basis`: the rule the refusal rests on.
         */
        RefuseBody: {
            /** Basis */
            basis: string;
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /** RefusedView */
        RefusedView: {
            /** Detail */
            detail: string;
            /** Id */
            id: string;
        };
        /**
         * RegisteredKioskView
         * @description `credential` goes into the device, `reader_key` into its reader and its scanner; both are shown this once.
         */
        RegisteredKioskView: {
            /** Active */
            active: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Credential */
            credential: string;
            /** Hall */
            hall: string;
            /** Hall Name */
            hall_name: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Reader */
            reader: string;
            /** Reader Key */
            reader_key: string;
            /** Scanner */
            scanner: string;
            /**
             * Seen At
             * @default null
             */
            seen_at?: string | null;
            /**
             * Withdrawn For
             * @default
             */
            withdrawn_for?: string;
        };
        /**
         * ReissueBody
         * @description `corrections`: answers of the case that stand on its paper and were wrong, as they are right, after proof was seen.
         */
        ReissueBody: {
            cause: components["schemas"]["ReissueCause"];
            /** Corrections */
            corrections?: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * ReissueCause
         * @description Why another one takes a certificate's place. A duplicate says what the old one said; a corrected one what holds now.
         * @enum {string}
         */
        ReissueCause: "lost" | "damaged" | "corrected";
        /**
         * Remedy
         * @description What becomes of the appointments a closure hits: moved to an equal slot where there is one, or only told.
         * @enum {string}
         */
        Remedy: "move" | "tell";
        /**
         * RepairBody
         * @description The head repairs a mark, with the reason.
         */
        RepairBody: {
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * ReportDoneBody
         * @description The applicant says that what they owe after the decision is done.
         */
        ReportDoneBody: {
            /** Version */
            version: number;
        };
        /**
         * RescheduleBody
         * @description The new time; `hall` where it changes too.
         */
        RescheduleBody: {
            /**
             * Hall
             * @default null
             */
            hall?: string | null;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /** Version */
            version: number;
        };
        /**
         * ReserveBody
         * @description How many numbers a hall keeps, and what for.
         */
        ReserveBody: {
            /** Count */
            count: number;
            /** Reason */
            reason: string;
        };
        /**
         * ResetBody
         * @description Why somebody's password and authenticator are replaced: forgotten, lost, left.
         */
        ResetBody: {
            /** Reason */
            reason: string;
        };
        /**
         * RestsOnView
         * @description The letter of authorisation on which the reader would decide now. `scope`: how many items it names; `until`: its last day.
         */
        RestsOnView: {
            /** As Deputy */
            as_deputy: boolean;
            /** Document Number */
            document_number: string;
            /** Representative */
            representative: string;
            /** Scope */
            scope: number;
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /**
         * RestsView
         * @description What was passed and done on an answer: naming it in a correction, it is looked at and done again once it was changed.
         */
        RestsView: {
            /** Field */
            field: string;
            /** Materials */
            materials: string[];
            /** Name */
            name: string;
            /** Steps */
            steps: string[];
        };
        /**
         * ResultBody
         * @description `wish`: what the applicant said who wants it another way than they had chosen; they are told.
         */
        ResultBody: {
            /** Kind */
            kind: string;
            /**
             * Note
             * @default null
             */
            note?: string | null;
            /**
             * Number
             * @default null
             */
            number?: string | null;
            /** Version */
            version: number;
            way: components["schemas"]["ResultWay"];
            /**
             * Wish
             * @default null
             */
            wish?: string | null;
        };
        /**
         * ResultWay
         * @description How a result was given that no delivery follows. Over the counter and by post only what was decided against the applicant goes so.
         * @enum {string}
         */
        ResultWay: "download" | "notice" | "bank" | "exit" | "counter" | "post";
        /**
         * ReturnBody
         * @description All defects at once. `late_reason`: the head's, where something could have been named the first time.
         */
        ReturnBody: {
            /** Defects */
            defects: components["schemas"]["DefectBody"][];
            /**
             * Late Reason
             * @default null
             */
            late_reason?: string | null;
            /** Version */
            version: number;
        };
        /**
         * ReturnView
         * @description Everything that was told at once.
         */
        ReturnView: {
            /** Answered At */
            answered_at: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Closed */
            closed: string[];
            /** Defects */
            defects: components["schemas"]["DefectView"][];
            /** Due */
            due: string | null;
            /** Kind */
            kind: string;
            /** Late Reason */
            late_reason: string;
            /** Number */
            number: string;
            /** Part */
            part: string | null;
        };
        /**
         * ReviewBody
         * @description `withdrawn`: the card no longer counts, and so says the reason.
         */
        ReviewBody: {
            outcome: components["schemas"]["Outcome"];
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /** ReviewView */
        ReviewView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Outcome */
            outcome: string;
            /** Reason */
            reason: string;
        };
        /** RevocationBody */
        RevocationBody: {
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * RevokedView
         * @description That a decision was taken back, by whom and why. `annulled`: 撤销, it should never have been made; else 撤回. `again`: of a refusal,
         *     the case prepared in which the applicant is decided about anew.
         */
        RevokedView: {
            /** Again */
            again: string | null;
            /** Annulled */
            annulled: boolean;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Basis */
            basis: string;
            by: components["schemas"]["WhoView"];
            /** Number */
            number: string;
            /** Reason */
            reason: string;
            /** Remedies */
            remedies: string;
        };
        /**
         * Role
         * @description Roles of staff. A person may hold several; each holds in their department and hall or town.
         * @enum {string}
         */
        Role: "receptionist" | "pre_reviewer" | "reviewer" | "chief_representative" | "hall_manager" | "village_officer" | "hotline_agent" | "supervisor" | "catalogue_editor" | "system_admin" | "security_admin" | "auditor";
        /**
         * Roll
         * @description A list of people a register keeps, each with a `name`: whoever stands there is the applicant, or is named by this field or one
         *     `beside` it, else staff look into it before anything is granted.
         */
        Roll: {
            /**
             * Beside
             * @default []
             */
            beside?: string[];
            /** Path */
            path: string;
            /** Register */
            register: string;
        };
        /**
         * RoundBody
         * @description A new round. `places`: of an item with wishes, how many each has; the quota is their sum then.
         */
        RoundBody: {
            /** Announcement */
            announcement: string;
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
            /** Item */
            item: string;
            /**
             * Least
             * @default 0
             */
            least?: number;
            /** Name */
            name: string;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /** Places */
            places?: {
                [key: string]: number;
            };
            /**
             * Quota
             * @default 0
             */
            quota?: number;
        };
        /**
         * RoundObjectionBody
         * @description `case`: the applicant's own application in the round.
         */
        RoundObjectionBody: {
            /**
             * Case
             * @default null
             */
            case?: string | null;
            /** Text */
            text: string;
        };
        /**
         * RoundObjectionView
         * @description An objection as the office reads it. `teller`: who said it at the counter or on the telephone, masked; None for an applicant's.
         */
        RoundObjectionView: {
            /** Answered At */
            answered_at: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Case */
            case: string | null;
            /** Finding */
            finding: string;
            /** Id */
            id: string;
            teller: components["schemas"]["TellerView"] | null;
            /** Text */
            text: string;
            /** Upheld */
            upheld: boolean | null;
        };
        /**
         * RoundView
         * @description A round as everybody may see it. `due`: by when the department does what it owes next, its list or the end of it.
         */
        RoundView: {
            /** Announcement */
            announcement: string;
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
            /** Department Name */
            department_name: string;
            /** Due */
            due: string | null;
            /** Id */
            id: string;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            /** Least */
            least: number;
            /** Name */
            name: string;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /** Overdue */
            overdue: boolean;
            /** Passing Until */
            passing_until: string | null;
            /** Places */
            places: {
                [key: string]: number;
            };
            /** Published At */
            published_at: string | null;
            /** Published Until */
            published_until: string | null;
            /** Quota */
            quota: number;
            /** Sentence */
            sentence: string;
            state: components["schemas"]["models__common_views__WordView"];
            /** Take Up Until */
            take_up_until: string | null;
            /** Takes In */
            takes_in: boolean;
        };
        /** RunView */
        RunView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Count */
            count: number;
            /** Digest */
            digest: string;
        };
        /**
         * SaveBody
         * @description An autosave: what is given replaces what was there; `version` is that of the page. `fill`: what a draft has no answer to is asked
         *     of the registers, for whoever proved who they are only after they had begun. `signed`: of a scribe, the photographs of the printed
         *     application as its applicant signed it; any other change makes it void.
         */
        SaveBody: {
            /**
             * Fill
             * @default false
             */
            fill?: boolean;
            /**
             * Form
             * @default null
             */
            form?: {
                [key: string]: components["schemas"]["JsonValue"];
            } | null;
            /**
             * Materials
             * @default null
             */
            materials?: {
                [key: string]: components["schemas"]["MaterialChoice"];
            } | null;
            /**
             * Signed
             * @default null
             */
            signed?: string[] | null;
            /** Version */
            version: number;
        };
        /**
         * SaveDraftBody
         * @description The whole text, and the version of the draft it was written on.
         */
        SaveDraftBody: {
            /** Source */
            source: string;
            /** Version */
            version: number;
        };
        /**
         * ScannedAskView
         * @description What whoever scanned the code is asked, before they say yes. Whose session it is, is not said.
         */
        ScannedAskView: {
            /** Hall Name */
            hall_name: string;
            /** Item Name */
            item_name: string;
            kind: components["schemas"]["AskKind"];
            /** Kiosk Name */
            kiosk_name: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * ScanTicketView
         * @description As the page takes it to the scanner's service.
         */
        ScanTicketView: {
            /** Mac */
            mac: string;
            /** Nonce */
            nonce: string;
            /** Scanner */
            scanner: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * ScheduleBody
         * @description A schedule that holds from a day on. `version`: of the schedule of that very day as it was seen; absent where there was none.
         *     `removed`: counters there are no more from then on; who is booked there is moved as in a closure and told the `reason`. `preview` only
         *     tells who that is, and who is booked outside the schedule.
         */
        ScheduleBody: {
            /** Counters */
            counters: components["schemas"]["CounterHoursBody"][];
            /** Days Ahead */
            days_ahead: number;
            /** Embargo Minutes */
            embargo_minutes: number;
            /** Hours */
            hours: string;
            /**
             * Preview
             * @default false
             */
            preview?: boolean;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /** Removed */
            removed?: string[];
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Version
             * @default null
             */
            version?: number | null;
        };
        /**
         * ScheduleView
         * @description A hall's schedule: since when it holds, and from which days others follow. `outside`: whose appointments it does not have room
         *     for; they keep them. `displaced`: who is booked at counters that are removed, and is moved or told.
         */
        ScheduleView: {
            /** Counters */
            counters: components["schemas"]["CounterHoursView"][];
            /** Days Ahead */
            days_ahead: number;
            /** Displaced */
            displaced: components["schemas"]["AffectedView"][];
            /** Embargo Minutes */
            embargo_minutes: number;
            /** Hall */
            hall: string;
            /** Hall Name */
            hall_name: string;
            /** Hours */
            hours: string;
            /** Items */
            items: components["schemas"]["ServableView"][];
            /** Later */
            later: string[];
            /** Outside */
            outside: components["schemas"]["AffectedView"][];
            /**
             * Today
             * Format: date
             */
            today: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Version */
            version: number;
        };
        /**
         * Seen
         * @description An appointment as it was seen in a list.
         */
        Seen: {
            /** Id */
            id: string;
            /** Version */
            version: number;
        };
        /**
         * SegmentView
         * @description One stretch of time: whose turn it was, and how many minutes of office time went by.
         */
        SegmentView: {
            /** End */
            end: string | null;
            holder: components["schemas"]["HolderView"] | null;
            /** Minutes */
            minutes: number;
            /** Name */
            name: string;
            /** Side */
            side: string;
            /** Side Name */
            side_name: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /** Step */
            step: string;
            /** Why */
            why: string;
        };
        /** SendBackDraftBody */
        SendBackDraftBody: {
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * SentOnView
         * @description Who sent a visitor on to another counter, and what they say to whoever serves there.
         */
        SentOnView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Note */
            note: string;
        };
        /**
         * ServableView
         * @description An item some counter of the hall serves, by name; not `bookable`: only for whoever comes, times of counters are none of it.
         */
        ServableView: {
            /** Bookable */
            bookable: boolean;
            /** Item */
            item: string;
            /** Name */
            name: string;
        };
        /**
         * ServedView
         * @description An item served at a counter.
         */
        ServedView: {
            /** Bookable */
            bookable: boolean;
            /** Item */
            item: string;
            /** Name */
            name: string;
        };
        /**
         * SessionLeftView
         * @description Whose session it is and how long it lasts, in seconds: `ends_in` if nothing is done in it, `lasts` whatever is done.
         */
        SessionLeftView: {
            /** Ends In */
            ends_in: number;
            /** Lasts */
            lasts: number;
            /** Staff */
            staff: string;
        };
        /** SessionsView */
        SessionsView: {
            /** Items */
            items: components["schemas"]["SessionView"][];
        };
        /**
         * SessionView
         * @description `address`: where the log-in came from, in full; known of staff alone.
         */
        SessionView: {
            /**
             * Address
             * @default
             */
            address?: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Current */
            current: boolean;
            /** Device */
            device: string;
            /** Id */
            id: string;
            /**
             * Seen At
             * Format: date-time
             */
            seen_at: string;
            /**
             * Web
             * @default false
             */
            web?: boolean;
        };
        /**
         * ShapeView
         * @description A part of an item and its keys.
         */
        ShapeView: {
            /** Keys */
            keys: components["schemas"]["KeyView"][];
            /** Name */
            name: string;
        };
        /**
         * ShareBody
         * @description For how long, and what for: the holder's own note, which whoever looks reads, too.
         */
        ShareBody: {
            /** Hours */
            hours: number;
            /** Purpose */
            purpose: string;
        };
        /**
         * SharesView
         * @description The links of a certificate, the newest first.
         */
        SharesView: {
            /** Items */
            items: components["schemas"]["ShareView"][];
        };
        /**
         * ShareView
         * @description A link as its holder sees it. `scene`: what a QR code of the mini-program carries.
         */
        ShareView: {
            /** Count */
            count: number;
            /** Id */
            id: string;
            /** Looks */
            looks: components["schemas"]["models__shares__LookView"][];
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Open */
            open: boolean;
            /** Purpose */
            purpose: string;
            /** Scene */
            scene: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * SheetLineView
         * @description One indicator. `counted`: what it gives as things stand; `verified`: a department has said so itself.
         */
        SheetLineView: {
            /** Counted */
            counted: number;
            /** Department */
            department: string;
            /** Indicator */
            indicator: string;
            /** Judged */
            judged: boolean;
            /** Least */
            least: number;
            /** Most */
            most: number;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Proposed */
            proposed: number;
            /** Reason */
            reason: string;
            /** Sources */
            sources: string[];
            /** Verified */
            verified: boolean;
        };
        /** SheetObjectionBody */
        SheetObjectionBody: {
            /** Lines */
            lines: components["schemas"]["ObjectedBody"][];
            /** Version */
            version: number;
        };
        /** SheetObjectionView */
        SheetObjectionView: {
            /** Answered At */
            answered_at: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Due
             * Format: date-time
             */
            due: string;
            /** Id */
            id: string;
            /** Lines */
            lines: components["schemas"]["ObjectedLineView"][];
        };
        /** SheetView */
        SheetView: {
            /** Case */
            case: string;
            /** Case Number */
            case_number: string;
            /** Confirm By */
            confirm_by: string | null;
            /** Figures */
            figures: {
                [key: string]: number;
            };
            /** Final */
            final: boolean;
            /** Id */
            id: string;
            /** Lines */
            lines: components["schemas"]["SheetLineView"][];
            /** Objections */
            objections: components["schemas"]["SheetObjectionView"][];
            /** Person Name */
            person_name: string;
            /** Sentence */
            sentence: string;
            state: components["schemas"]["models__common_views__WordView"];
            /** Total */
            total: number;
            /** Version */
            version: number;
        };
        /**
         * ShownAnswer
         * @description One answer of the applicant's form that is shown; `words`: as people read it.
         */
        ShownAnswer: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            value: components["schemas"]["JsonValue"];
            /** Words */
            words: string;
        };
        /**
         * Side
         * @description Whose part in a grant; staff only ever offer.
         * @enum {string}
         */
        Side: "principal" | "agent" | "staff";
        /**
         * SignBody
         * @description `digest`: of the page that was read; what was changed meanwhile is not signed unseen.
         */
        SignBody: {
            /** Digest */
            digest: string;
        };
        /**
         * SimulateBody
         * @description A draft, and what it is tried on: the last decided cases, or a made-up year of applications.
         */
        SimulateBody: {
            /**
             * Demo Year
             * @default false
             */
            demo_year?: boolean;
            /**
             * Last
             * @default 100
             */
            last?: number;
            /**
             * Seed
             * @default 2026
             */
            seed?: number;
            /** Source */
            source: string;
        };
        /**
         * Simulation
         * @description The result. `unknown` cases could not be decided anew, for the reasons named: they count neither as changed nor as unchanged.
         */
        Simulation: {
            /** After */
            after: string;
            /** Cases */
            cases: number;
            /** Changed */
            changed: number;
            /** Effects */
            effects: components["schemas"]["CaseEffect"][];
            /** Item */
            item: string;
            /** Name */
            name: string;
            /** Summary */
            summary: string[];
            /** Tried On */
            tried_on: string;
            /** Unknown */
            unknown: number;
            /** Unknown Because */
            unknown_because: string[];
        };
        /**
         * SlipMaterial
         * @description One material on an advice slip.
         */
        SlipMaterial: {
            /** Name */
            name: string;
            /** Need */
            need: string;
            /** Note */
            note: string;
            /** Source */
            source: string;
        };
        /**
         * SlipText
         * @description What an advice slip says, in words: as it was told on that day, whatever the guide says later.
         */
        SlipText: {
            /** Bring */
            bring: string[];
            /** Circumstances */
            circumstances: string[];
            /** Complaints */
            complaints: string;
            /** Conditions */
            conditions: string[];
            /** Department */
            department: string;
            /** Duration */
            duration: string;
            /** Fee */
            fee: string;
            /** How */
            how: string[];
            /** Item Name */
            item_name: string;
            /** Materials */
            materials: components["schemas"]["SlipMaterial"][];
            /** Nothing To Hand In */
            nothing_to_hand_in: string[];
            /** Phone */
            phone: string;
            /** Proxy */
            proxy: string;
            /** Summary */
            summary: string;
            /** Trips */
            trips: string;
            /** When */
            when: string;
            /** Where */
            where: string[];
        };
        /**
         * SlipView
         * @description A number slip (号单): what a visitor takes along to the waiting room. The name is masked; `before`: how many are called before them
         *     now, None where they are not waiting.
         */
        SlipView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: number | null;
            /** Counter Names */
            counter_names: string[];
            /** Hall Name */
            hall_name: string;
            /** Item Names */
            item_names: string[];
            /** Name */
            name: string;
            /** Ticket */
            ticket: string;
            /** Urgent */
            urgent: boolean;
        };
        /** SlotsView */
        SlotsView: {
            /** Hall */
            hall: string;
            /** Item */
            item: string;
            /** Items */
            items: components["schemas"]["SlotView"][];
        };
        /**
         * SlotView
         * @description One slot. `free` counts places open now; `released_at` is when its places open or opened.
         */
        SlotView: {
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Extended */
            extended: boolean;
            /** Free */
            free: number;
            /**
             * Released At
             * Format: date-time
             */
            released_at: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
        };
        /**
         * SmsCodeView
         * @description `expires_in` and `retry_after` in seconds.
         */
        SmsCodeView: {
            /** Detail */
            detail: string;
            /** Expires In */
            expires_in: number;
            /** Phone */
            phone: string;
            /** Retry After */
            retry_after: number;
        };
        /**
         * SoughtCallerBody
         * @description What a caller can say. `sought`: the booking code, which stands alone, or with the name the number of a document or a telephone,
         *     whole or its last four. In the body, for none of it belongs into an address.
         */
        SoughtCallerBody: {
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /** Sought */
            sought: string;
        };
        /**
         * SpeakBody
         * @description What the applicant says before a decision is annulled.
         */
        SpeakBody: {
            /** Text */
            text: string;
            /** Version */
            version: number;
            /**
             * Wants Hearing
             * @default false
             */
            wants_hearing?: boolean;
        };
        /**
         * StaffClaimBody
         * @description Booking for a caller; without `start`, a walk-in who is here now. `urgent`: why they are called before the others.
         */
        StaffClaimBody: {
            caller: components["schemas"]["CallerBody"];
            /** Hall */
            hall: string;
            /** Items */
            items: string[];
            /** People */
            people?: string[];
            /**
             * Start
             * @default null
             */
            start?: string | null;
            /**
             * Urgent
             * @default null
             */
            urgent?: string | null;
        };
        /**
         * StaffGrantBody
         * @description A grant for a principal without a phone, recorded by the member of staff who heard them.
         *
         *     Of an `enterprise` the `principal` named here is its legal representative.
         */
        StaffGrantBody: {
            agent: components["schemas"]["PersonDocument"];
            /** @default delegation */
            basis?: components["schemas"]["ProxyBasis"];
            /** @default null */
            enterprise?: components["schemas"]["EnterpriseBody"] | null;
            /**
             * From
             * @default null
             */
            from?: string | null;
            heard: components["schemas"]["HearingBody"];
            /** Items */
            items?: string[];
            /**
             * Powers
             * @default null
             */
            powers?: components["schemas"]["Power"][] | null;
            principal: components["schemas"]["PersonDocument"];
            /**
             * Single Use
             * @default false
             */
            single_use?: boolean;
            /**
             * Until
             * @default null
             */
            until?: string | null;
        };
        /** StaffLoginBody */
        StaffLoginBody: {
            /**
             * Bearer
             * @default false
             */
            bearer?: boolean;
            /**
             * Otp
             * @default null
             */
            otp?: string | null;
            /** Password */
            password: string;
            /** Username */
            username: string;
        };
        /**
         * StaffLoginView
         * @description `token` only where `bearer` was asked for; the console gets a cookie it cannot read.
         */
        StaffLoginView: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            staff: components["schemas"]["StaffView"];
            /**
             * Token
             * @default null
             */
            token?: string | null;
        };
        /**
         * StaffPlaceView
         * @description One row of the ranking. `standing`: what was asked about the place and what came of it; `asked`: the answer is waited for.
         */
        StaffPlaceView: {
            /** Asked */
            asked: boolean;
            /** Case */
            case: string;
            /** Case Number */
            case_number: string;
            /** Edition */
            edition: number;
            /** Given */
            given: string;
            /** Order */
            order: number;
            outcome: components["schemas"]["models__common_views__WordView"];
            /** Person Name */
            person_name: string;
            /** Place */
            place: number | null;
            /** Standing */
            standing: string;
            /** Ties */
            ties: (number | string)[];
            /** Total */
            total: number;
            /** Wish */
            wish: number;
        };
        /** StaffRankingView */
        StaffRankingView: {
            /** Count */
            count: number;
            /** Digest */
            digest: string;
            /** Next */
            next: number | null;
            /** Rows */
            rows: components["schemas"]["StaffPlaceView"][];
        };
        /**
         * StaffRevokeBody
         * @description A revocation by a principal without a phone. `person`: the document of who was heard.
         */
        StaffRevokeBody: {
            heard: components["schemas"]["HearingBody"];
            person: components["schemas"]["PersonDocument"];
        };
        /**
         * StaffRolesBody
         * @description What a system administrator sets about a colleague, in whole. `reason`: needed where a second administrator has to agree.
         */
        StaffRolesBody: {
            /**
             * Department
             * @default null
             */
            department?: string | null;
            /**
             * Disabled
             * @default false
             */
            disabled?: boolean;
            /**
             * Hall
             * @default null
             */
            hall?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /** Roles */
            roles: components["schemas"]["Role"][];
            /**
             * Town
             * @default null
             */
            town?: string | null;
            /** Version */
            version: number;
        };
        /**
         * StaffRoundRowView
         * @description A round in the list of staff. `opens`: whether whoever reads is of an office that ranks or decides it, and may open it.
         */
        StaffRoundRowView: {
            /** Announcement */
            announcement: string;
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
            /** Department Name */
            department_name: string;
            /** Due */
            due: string | null;
            /** Id */
            id: string;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            /** Least */
            least: number;
            /** Name */
            name: string;
            /** Opens */
            opens: boolean;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /** Overdue */
            overdue: boolean;
            /** Passing Until */
            passing_until: string | null;
            /** Places */
            places: {
                [key: string]: number;
            };
            /** Published At */
            published_at: string | null;
            /** Published Until */
            published_until: string | null;
            /** Quota */
            quota: number;
            /** Sentence */
            sentence: string;
            state: components["schemas"]["models__common_views__WordView"];
            /** Take Up Until */
            take_up_until: string | null;
            /** Takes In */
            takes_in: boolean;
        };
        /**
         * StaffRoundView
         * @description A round for whoever runs it. `left`: applications the last act did not bring to their end, and why; `others`: what colleagues
         *     brought to it meanwhile. `due_for`: what is owed by `due`.
         *
         *     `ranks`, `decides`: whether that is for the department of whoever asks. `to_pass_on`, `undecided`: applications of an ended list that
         *     still lie with the ranking office, and those without a decision; both 0 before.
         */
        StaffRoundView: {
            /** Announcement */
            announcement: string;
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
            /** Decides */
            decides: boolean;
            /** Deciding Name */
            deciding_name: string;
            /** Department Name */
            department_name: string;
            /** Done */
            done: number;
            /** Due */
            due: string | null;
            /** Due For */
            due_for: string;
            /** Exclusions */
            exclusions: components["schemas"]["ExclusionView"][];
            /** Id */
            id: string;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            last: components["schemas"]["LastActView"] | null;
            /** Least */
            least: number;
            /** Left */
            left: string[];
            /** Name */
            name: string;
            /** Objections */
            objections: components["schemas"]["RoundObjectionView"][];
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /** Others */
            others: string[];
            /** Overdue */
            overdue: boolean;
            /** Passing Until */
            passing_until: string | null;
            /** Places */
            places: {
                [key: string]: number;
            };
            /** Published At */
            published_at: string | null;
            /** Published Until */
            published_until: string | null;
            /** Quota */
            quota: number;
            /** Ranks */
            ranks: boolean;
            /** Runs */
            runs: components["schemas"]["RunView"][];
            /** Sentence */
            sentence: string;
            state: components["schemas"]["models__common_views__WordView"];
            /** Take Up Until */
            take_up_until: string | null;
            /** Takes In */
            takes_in: boolean;
            /** To Pass On */
            to_pass_on: number;
            /** Undecided */
            undecided: number;
            /** Version */
            version: number;
        };
        /**
         * StaffView
         * @description `lent`: of `roles`, what one has for these days only, from whom one stands in for; `away_until`: one is away oneself.
         */
        StaffView: {
            /**
             * Away Until
             * @default null
             */
            away_until?: string | null;
            /**
             * Department
             * @default null
             */
            department?: string | null;
            /**
             * Disabled
             * @default false
             */
            disabled?: boolean;
            /** Duties */
            duties?: components["schemas"]["Duty"][];
            /**
             * Hall
             * @default null
             */
            hall?: string | null;
            /** Id */
            id: string;
            /** Lent */
            lent?: components["schemas"]["Role"][];
            /** Name */
            name: string;
            /** @default null */
            proposed?: components["schemas"]["ProposedChangeView"] | null;
            /** Roles */
            roles: components["schemas"]["Role"][];
            /**
             * Second Factor
             * @default false
             */
            second_factor?: boolean;
            /** Stands For */
            stands_for?: components["schemas"]["StoodForView"][];
            /**
             * Town
             * @default null
             */
            town?: string | null;
            /** Username */
            username: string;
            /**
             * Version
             * @default 0
             */
            version?: number;
        };
        /**
         * StaffWordsView
         * @description What staff choose from, and the names of what their pages show by its key. `pause_grounds`: those taken by hand.
         *     `points_item`: the item whose cases have sheets of points. `guarded_roles`: those whose accounts two administrators change.
         */
        StaffWordsView: {
            /** Departments */
            departments: components["schemas"]["models__common_views__WordView"][];
            /** Districts */
            districts: {
                [key: string]: string;
            };
            /** Document Types */
            document_types: components["schemas"]["models__common_views__WordView"][];
            /** Guarded Roles */
            guarded_roles: components["schemas"]["Role"][];
            /** Halls */
            halls: components["schemas"]["models__common_views__WordView"][];
            /** Inspection Outcomes */
            inspection_outcomes: components["schemas"]["models__common_views__WordView"][];
            /** One Windows */
            one_windows: string[];
            /** Originals */
            originals: components["schemas"]["models__common_views__WordView"][];
            /** Pause Grounds */
            pause_grounds: components["schemas"]["models__common_views__WordView"][];
            /** Points Item */
            points_item: string;
            /** Powers */
            powers: components["schemas"]["models__common_views__WordView"][];
            /** Ranked Items */
            ranked_items: components["schemas"]["RankedItemView"][];
            /** Reason Classes */
            reason_classes: components["schemas"]["models__common_views__WordView"][];
            /** Recusal Grounds */
            recusal_grounds: components["schemas"]["models__common_views__WordView"][];
            /** Roles */
            roles: components["schemas"]["models__common_views__WordView"][];
            /** Step Outcomes */
            step_outcomes: components["schemas"]["models__common_views__WordView"][];
            /**
             * Today
             * Format: date
             */
            today: string;
            /** Towns */
            towns: components["schemas"]["models__common_views__WordView"][];
        };
        /**
         * Standard
         * @description What a district has published for a field officers fill in (标准), such as an amount by age: it is proposed to them where every
         *     condition holds for the application's answers. Without `region`: in every district. `verified`: whether somebody has checked it.
         */
        Standard: {
            /** Basis */
            basis: string;
            /**
             * Less
             * @default null
             */
            less?: string | null;
            /**
             * Most
             * @default null
             */
            most?: number | null;
            /**
             * Per
             * @default null
             */
            per?: string | null;
            /**
             * Region
             * @default null
             */
            region?: string | null;
            /**
             * Value
             * @default null
             */
            value?: number | string | components["schemas"]["Reference"] | null;
            /**
             * Verified
             * @default false
             */
            verified?: boolean;
            /**
             * When
             * @default []
             */
            when?: components["schemas"]["Condition"][];
        };
        /**
         * StandInBody
         * @description Who stands in for whom; ids of staff.
         */
        StandInBody: {
            /** Deputy */
            deputy: string;
            /** Holder */
            holder: string;
        };
        /**
         * StandingBody
         * @description Whoever stands at a counter, by their document, and why it is looked up: they read that in their access log.
         */
        StandingBody: {
            person: components["schemas"]["PersonDocument"];
            /** Reason */
            reason: string;
        };
        /**
         * StandingView
         * @description `known`: whether they were registered before. `lost_on`: since when the register holds the document for lost. `proven_until`: until
         *     when somebody attested, or they proved, that it is them; `attested`: whether whoever looks here did so themselves today. `bills`, `deliveries`: their own, and of those they act for, which this
         *     counter may see; `making`: cases of the same people that are granted, with nothing to be handed out yet; `grants`: theirs, `you`
         *     being the side of whoever stands there.
         */
        StandingView: {
            /** Attested */
            attested: boolean;
            /** Bills */
            bills: components["schemas"]["BillView"][];
            /** Deliveries */
            deliveries: components["schemas"]["DeliveryView"][];
            /** Expired */
            expired: boolean;
            /** Grants */
            grants: components["schemas"]["GrantView"][];
            /** Known */
            known: boolean;
            /** Lost On */
            lost_on: string | null;
            /** Making */
            making: components["schemas"]["CaseRow"][];
            person: components["schemas"]["PersonView"];
            /** Proven Until */
            proven_until: string | null;
        };
        /** StandInsView */
        StandInsView: {
            /** Items */
            items: components["schemas"]["StandInView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /**
         * StandInVersionBody
         * @description An act on the page as it was read.
         */
        StandInVersionBody: {
            /** Version */
            version: number;
        };
        /**
         * StandInView
         * @description One post for staff. `away_until`: the deputy looks after it now, until then; `away_from`: the next time they will; `actions`: end,
         *     leave, return – what the viewer may do.
         */
        StandInView: {
            /** Absences */
            absences: components["schemas"]["AbsenceView"][];
            /** Actions */
            actions: string[];
            /** Away From */
            away_from: string | null;
            /** Away Until */
            away_until: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Department */
            department: string;
            /** Deputy */
            deputy: string;
            /** Deputy Id */
            deputy_id: string;
            /** Ended At */
            ended_at: string | null;
            /** Ended For */
            ended_for: string;
            /** Hall */
            hall: string | null;
            /** Holder */
            holder: string;
            /** Holder Id */
            holder_id: string;
            /** Id */
            id: string;
            /** Live */
            live: boolean;
            /** Named By */
            named_by: string;
            /** Roles */
            roles: components["schemas"]["Role"][];
            /** Town */
            town: string | null;
            /** Version */
            version: number;
        };
        /** StatementView */
        StatementView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Reason */
            reason: string;
        };
        /**
         * StateView
         * @description Where the case stands: the official code, the words, and one sentence that says whose turn it is. `holds`: whether the
         *     applicant has what they asked for; None while nothing is decided, or nothing any more.
         */
        StateView: {
            /** Code */
            code: number;
            /** Holds */
            holds: boolean | null;
            /** Label */
            label: string;
            /** Sentence */
            sentence: string;
            /** State */
            state: string;
        };
        /**
         * StatsCase
         * @description A case behind a figure. Its share: the figure is the sum of `part` over that of `whole`; `words` says it. The name is masked, and
         *     like the number empty once the case is destroyed.
         */
        StatsCase: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Case */
            case: string;
            /** Department */
            department: string;
            /** Item Name */
            item_name: string;
            /** Number */
            number: string;
            /** Part */
            part: number;
            /** Person Name */
            person_name: string;
            /** Whole */
            whole: number;
            /** Words */
            words: string;
        };
        /**
         * StatsCasesView
         * @description One page of what lies behind a figure, the newest first; `count`: all of it; `splits`: whether `only` can be asked.
         */
        StatsCasesView: {
            /** Count */
            count: number;
            figure: components["schemas"]["Figure"];
            /** Items */
            items: components["schemas"]["StatsCase"][];
            /** Name */
            name: string;
            /** Next */
            next: string | null;
            /** Splits */
            splits: boolean;
        };
        /**
         * StatsRow
         * @description The figures of one item, department or hall.
         */
        StatsRow: {
            /** Figures */
            figures: components["schemas"]["Figure"][];
            /** Key */
            key: string;
            /** Name */
            name: string;
        };
        /**
         * StatsView
         * @description `total` is over all rows; a person is counted once in it.
         */
        StatsView: {
            /** Rows */
            rows: components["schemas"]["StatsRow"][];
            /**
             * Since
             * Format: date
             */
            since: string;
            total: components["schemas"]["StatsRow"];
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /**
         * StepBody
         * @description `differing`: what was found about answers that differ from what registers say. `fills`: what the step fixes, by key. `outcome`: what a
         *     look on the spot ended with, where the step has `verdicts`; not said, it passes.
         */
        StepBody: {
            /**
             * Differing
             * @default null
             */
            differing?: string | null;
            /** Fills */
            fills?: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Finding */
            finding: string;
            /** @default null */
            outcome?: components["schemas"]["StepOutcome"] | null;
            /** Step */
            step: string;
            /** Version */
            version: number;
        };
        /**
         * StepOutcome
         * @description What a look on the spot ended with; on the case it stands in the words of the item's step.
         * @enum {string}
         */
        StepOutcome: "passes" | "fails";
        /**
         * StoodForView
         * @description A colleague who is away, and whose work is one's own until then.
         */
        StoodForView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Roles */
            roles: components["schemas"]["Role"][];
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * StopView
         * @description `until`: the day it is expected to end, as its notice says; `end`: when it did, or will.
         */
        StopView: {
            /** End */
            end: string | null;
            ground: components["schemas"]["models__common_views__WordView"];
            /** Legal Basis */
            legal_basis: string;
            /** Notice */
            notice: string;
            /** Reason */
            reason: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /** Statutory */
            statutory: boolean;
            /** Until */
            until: string | null;
        };
        /**
         * StoryRow
         * @description One act. `who`: with what they are to the case, and in whose place; `about`: which papers, step or document, empty where nothing more is to be said.
         */
        StoryRow: {
            /** About */
            about: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Did */
            did: string;
            /** Who */
            who: string;
        };
        /**
         * StoryView
         * @description What happened to a case since it was handed in, the newest first.
         */
        StoryView: {
            /** Items */
            items: components["schemas"]["StoryRow"][];
        };
        /**
         * SubmissionView
         * @description One handing-in. `place`: where staff wrote it down for an applicant who stood before them, else empty; `signed`: the application
         *     they signed.
         */
        SubmissionView: {
            /** Anew Materials */
            anew_materials: string[];
            /** Anew Steps */
            anew_steps: string[];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Changed Fields */
            changed_fields: string[];
            /** Changed Materials */
            changed_materials: string[];
            /** Mode */
            mode: string;
            /** Number */
            number: number;
            /** Place */
            place: string;
            /** Signed */
            signed: components["schemas"]["FileView"][];
            /** Untouched */
            untouched: string[];
        };
        /**
         * SubmitBody
         * @description `late`: it was taken in on paper while there was no system, and a window writes it down now.
         */
        SubmitBody: {
            /** @default null */
            late?: components["schemas"]["LateBody"] | null;
            /** Version */
            version: number;
        };
        /**
         * TakeBackBody
         * @description Why it does not go this way; the applicant reads it.
         */
        TakeBackBody: {
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * TakeBody
         * @description `early`: before the time agreed for the call, since the principal came or called by themselves.
         */
        TakeBody: {
            /**
             * Early
             * @default false
             */
            early?: boolean;
        };
        /**
         * TakenDownBody
         * @description An objection that staff take down: who says it, and the telephone the answer is told on, of whoever has one.
         */
        TakenDownBody: {
            /** Name */
            name: string;
            /**
             * Phone
             * @default null
             */
            phone?: string | null;
            /** Text */
            text: string;
        };
        /**
         * TakenView
         * @description Who took over or ended a visit that a colleague (`of`) had called, and when.
         */
        TakenView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            of: components["schemas"]["CalledByView"];
        };
        /**
         * TellerView
         * @description Who objected and was taken down, in full, to be told the answer. `phone` empty: they have none.
         */
        TellerView: {
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /**
         * TermView
         * @description One thing the letter says.
         */
        TermView: {
            /** Name */
            name: string;
            /** Text */
            text: string;
        };
        /**
         * Test
         * @description What a value must satisfy; every part that is given must hold. `min` and `max` include their bound. `counts`: the number is
         *     just so many as other fields list. `differs_from`: nobody and no unit those fields name, nor the `applicant`, where that word is given.
         */
        Test: {
            /** @default null */
            counts?: components["schemas"]["Count"] | null;
            /**
             * Differs From
             * @default null
             */
            differs_from?: string[] | null;
            /**
             * Equals
             * @default null
             */
            equals?: boolean | number | string | null;
            /**
             * In
             * @default null
             */
            in?: (boolean | number | string)[] | null;
            /** @default null */
            length?: components["schemas"]["Lengths"] | null;
            /**
             * Max
             * @default null
             */
            max?: number | string | components["schemas"]["Reference"] | null;
            /**
             * Min
             * @default null
             */
            min?: number | string | components["schemas"]["Reference"] | null;
            /**
             * Pattern
             * @default null
             */
            pattern?: string | null;
        };
        /**
         * ThemesView
         * @description All themes, in order.
         */
        ThemesView: {
            /** Items */
            items: components["schemas"]["ThemeView"][];
        };
        /**
         * ThemeView
         * @description One theme, and how many items it has.
         */
        ThemeView: {
            /** Help */
            help: string;
            /** Id */
            id: string;
            /** Items */
            items: number;
            /** Name */
            name: string;
        };
        /**
         * TimeView
         * @description Who had a subject when. `sentence` says it in one line.
         */
        TimeView: {
            /** Budgets */
            budgets: components["schemas"]["BudgetView"][];
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Number */
            number: string;
            /** Segments */
            segments: components["schemas"]["SegmentView"][];
            /** Sentence */
            sentence: string;
            /** Title */
            title: string;
        };
        /**
         * ToConfirmView
         * @description So many appointments of a day wait for a yes or a no.
         */
        ToConfirmView: {
            /** Count */
            count: number;
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /**
         * ToCounterBody
         * @description `wish`: what the applicant said who does not want it sent any more, as in `DeliverBody`; none is needed where the courier failed.
         */
        ToCounterBody: {
            /** Version */
            version: number;
            /**
             * Wish
             * @default null
             */
            wish?: string | null;
        };
        /**
         * ToFillView
         * @description One thing the step whose turn it is must fix: `proposed` by the district's standard, and where that is from.
         */
        ToFillView: {
            field: components["schemas"]["Fill"];
            /** Note */
            note: string;
            proposed: components["schemas"]["JsonValue"];
        };
        /**
         * ToStateView
         * @description One thing the person who decides writes on the paper: what the rule would have put there, null where the records do not fill it;
         *     `on_record`: what there is of it in the registers, null where the item names no place to look;
         *     `asked`: by part, what the applicant asked to read there.
         */
        ToStateView: {
            /** Asked */
            asked: {
                [key: string]: components["schemas"]["WantedView"];
            };
            fact: components["schemas"]["Fact"];
            /** On Record */
            on_record: {
                [key: string]: components["schemas"]["JsonValue"];
            }[] | null;
            proposed: components["schemas"]["JsonValue"];
        };
        /**
         * TotpBody
         * @description `code`: what the authenticator shows now.
         */
        TotpBody: {
            /** Code */
            code: string;
        };
        /**
         * TotpView
         * @description A new secret for an authenticator, shown this once; `uri` is what a QR code of it holds.
         */
        TotpView: {
            /** Detail */
            detail: string;
            /** Secret */
            secret: string;
            /** Uri */
            uri: string;
        };
        /** TrackingView */
        TrackingView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Text */
            text: string;
        };
        /**
         * TriedBody
         * @description What came of a call in which nobody was heard. `again_at`: when to call next; left out, a pause that fits the outcome.
         */
        TriedBody: {
            /**
             * Again At
             * @default null
             */
            again_at?: string | null;
            outcome: components["schemas"]["NotReached"];
        };
        /**
         * TriedView
         * @description A call in which the principal was not heard.
         */
        TriedView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Name */
            by_name: string;
            outcome: components["schemas"]["NotReached"];
            /** Outcome Label */
            outcome_label: string;
        };
        /**
         * UnfitView
         * @description An answer a register gave and the form does not take as it is: in the way of handing in, not of the draft.
         */
        UnfitView: {
            /** Field */
            field: string;
            /** Label */
            label: string;
            /** Register */
            register: string;
            /** Told */
            told: string;
        };
        /**
         * UrgentBody
         * @description Puts a visitor before the others, and why; without a reason, back into the ordinary line.
         */
        UrgentBody: {
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /** Version */
            version: number;
        };
        /**
         * UsedNumberView
         * @description A number that stands on a case.
         */
        UsedNumberView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Case */
            case: string;
            /** Case Number */
            case_number: string;
            /**
             * Entered At
             * Format: date-time
             */
            entered_at: string;
            /** Number */
            number: string;
        };
        /** UseView */
        UseView: {
            holder: components["schemas"]["HolderView"];
            /** Minutes */
            minutes: number;
        };
        /**
         * ValueSource
         * @description Where a pre-filled value was taken from, and when.
         */
        ValueSource: {
            /**
             * Fetched At
             * Format: date-time
             */
            fetched_at: string;
            /**
             * Label
             * @default
             */
            label?: string;
            /**
             * Path
             * @default
             */
            path?: string;
            /**
             * Record Id
             * @default
             */
            record_id?: string;
            /** Register */
            register: string;
        };
        /**
         * Verdict
         * @description What is decided of one case: the outcome in words, the line of the rule or the condition that says so (empty: a person did), and
         *     what people are told.
         */
        Verdict: {
            /** Branch */
            branch: string;
            /** Outcome */
            outcome: string;
            /**
             * Reason
             * @default
             */
            reason?: string;
        };
        /**
         * VerdictsView
         * @description What the look whose turn it is may end with, in the field's words. `binding`: one of the two has to be said.
         */
        VerdictsView: {
            /** Binding */
            binding: boolean;
            /** Fails */
            fails: string;
            /** Passes */
            passes: string;
        };
        /** VerdictView */
        VerdictView: {
            /** Advice */
            advice: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Passed */
            passed: boolean;
            reason: components["schemas"]["models__common_views__WordView"] | null;
        };
        /**
         * VerifiedView
         * @description Somebody checked the certificate by its code or with its file.
         */
        VerifiedView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** How */
            how: string;
            /** Who */
            who: string;
        };
        /**
         * VersionedBody
         * @description An act on what the caller has just seen.
         */
        VersionedBody: {
            /** Version */
            version: number;
        };
        /**
         * VersionLineView
         * @description A version; `name`: as comparisons call it. `begun`: it holds or has held, so nobody changes it.
         */
        VersionLineView: {
            /** Begun */
            begun: boolean;
            /**
             * Effective From
             * Format: date
             */
            effective_from: string;
            /** Name */
            name: string;
            /** State Label */
            state_label: string;
        };
        /**
         * VisitBody
         * @description An act on whoever is served. `theirs`: it is meant also where a colleague called them, who is told.
         */
        VisitBody: {
            /**
             * Theirs
             * @default false
             */
            theirs?: boolean;
            /** Version */
            version: number;
        };
        /**
         * WaitingView
         * @description 202: a person decides. `reason` says why, `message` what happens next.
         */
        WaitingView: {
            /** Case */
            case: string;
            /** Item */
            item: string;
            /** Message */
            message: string;
            /**
             * Number
             * @default null
             */
            number?: string | null;
            /** Reason */
            reason: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
        };
        /**
         * WantedView
         * @description What the applicant asked to read in a part, in the words of the form; `choice`: one of a list, met by whichever it names.
         */
        WantedView: {
            /** Choice */
            choice: boolean;
            /** Said */
            said: string;
        };
        /**
         * WebCodeView
         * @description Eight digits to be typed into the browser, once, within `expires_in` seconds.
         */
        WebCodeView: {
            /** Code */
            code: string;
            /** Expires In */
            expires_in: number;
        };
        /** WebSessionBody */
        WebSessionBody: {
            /** Code */
            code: string;
        };
        /**
         * WebSessionView
         * @description Whose session it is; `person` tells the page whether the same one came back. `level`: below 2 the phone has to prove anew that it is
         *     them. `ends_at`: however busy they are. `today`: by which answers are checked.
         */
        WebSessionView: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Idle Seconds */
            idle_seconds: number;
            /** Level */
            level: number;
            /** Name */
            name: string;
            /** Person */
            person: string;
            /**
             * Today
             * Format: date
             */
            today: string;
        };
        /**
         * Whose
         * @description Whose record a register is asked for.
         * @enum {string}
         */
        Whose: "named" | "applicant";
        /**
         * WhoView
         * @description Somebody who did something. Staff are named with their department.
         */
        WhoView: {
            /**
             * Department
             * @default null
             */
            department?: string | null;
            /** Name */
            name: string;
        };
        /**
         * Window
         * @description A run of slots of a weekly schedule, such as workdays 9:00-12:00 with 4 places each.
         */
        Window: {
            /** Capacity */
            capacity: number;
            /** Days */
            days: components["schemas"]["models__booking__DayKind"][];
            /**
             * End
             * Format: time
             */
            end: string;
            /**
             * Extended
             * @default false
             */
            extended?: boolean;
            /**
             * Offline
             * @default 0
             */
            offline?: number;
            /**
             * Start
             * Format: time
             */
            start: string;
        };
        /**
         * WindowBody
         * @description A run of slots of a counter's week: on which days. `extended`: outside office hours (延时服务).
         */
        WindowBody: {
            /** Capacity */
            capacity: number;
            /** Days */
            days: components["schemas"]["models__booking__DayKind"][];
            /**
             * End
             * Format: time
             */
            end: string;
            /**
             * Extended
             * @default false
             */
            extended?: boolean;
            /**
             * Offline
             * @default 0
             */
            offline?: number;
            /**
             * Start
             * Format: time
             */
            start: string;
        };
        /** WithdrawBody */
        WithdrawBody: {
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /** Version */
            version: number;
        };
        /** WithdrawKioskBody */
        WithdrawKioskBody: {
            /** Reason */
            reason: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getApiV1Appointments: {
        parameters: {
            query?: {
                cursor?: string | null;
                over?: boolean;
            };
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AppointmentView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Appointments: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__appointments__AppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1AppointmentsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__appointments__AppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AppointmentsIdAcceptProposal: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__appointments__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__appointments__AppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AppointmentsIdCancel: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__appointments__AppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AppointmentsIdCheckIn: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__appointments__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__appointments__AppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AppointmentsIdDeclineProposal: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__appointments__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__appointments__AppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1AppointmentsIdQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AppointmentsIdReschedule: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__appointments__AppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AppointmentsIdTakeOver: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__appointments__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__appointments__AppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Cases: {
        parameters: {
            query?: {
                cursor?: string | null;
                item?: string | null;
                limit?: number;
                state?: ("draft" | "submitted" | "returned" | "pre_approved" | "received" | "correction" | "accepted" | "correction_after_acceptance" | "paused" | "refused" | "granted" | "closed" | "not_accepted" | "withdrawn" | "aborted") | null;
            };
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CaseRow_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Cases: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__bodies__DraftBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CasesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putApiV1CasesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CasesIdApplicationForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdAskRecusal: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskRecusalBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdCommit: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CasesIdCommitment: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommitmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdDeclineCommitment: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__bodies__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CasesIdForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseFormView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdHandIn: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandInBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CasesIdPapersId2: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdPreReview: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreReviewBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdPromise: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromiseBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdReportDone: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportDoneBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdResubmit: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__bodies__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdSpeak: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpeakBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdSubmit: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdTakeOver: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__bodies__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdUrge: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__bodies__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdWithdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Certificates: {
        parameters: {
            query?: {
                case?: string | null;
                cursor?: string | null;
                item?: string | null;
                limit?: number;
            };
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CertificateView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Certificates: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            /** @description 成功 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CertificatesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CertificatesIdFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CertificatesIdShares: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharesView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CertificatesIdShares: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CertificatesIdSharesId2Code: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CertificatesIdSharesId2End: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CertificatesIdVerifications: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChecksView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Deliveries: {
        parameters: {
            query?: {
                case?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DeliveryView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1DeliveriesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1DisplayEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1DisplaysId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Grants: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                state?: ("invited" | "checking" | "active" | "used_up" | "declined" | "revoked" | "expired" | "ended") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_GrantView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Grants: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__grants__offers__GrantBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1GrantsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1GrantsIdAccept: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1GrantsIdActs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantActsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1GrantsIdDecline: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1GrantsIdInvitationCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1GrantsIdRevoke: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Halls: {
        parameters: {
            query?: {
                item?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1HallsIdSlots: {
        parameters: {
            query: {
                also?: string | null;
                from: string;
                item: string;
                to: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Items: {
        parameters: {
            query?: {
                cursor?: string;
                department?: string | null;
                q?: string;
                region?: string | null;
                theme?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ItemSummary_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ItemsId: {
        parameters: {
            query?: {
                region?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuideView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1ItemsIdAdviceSlips: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdviceBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceSlipView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ItemsIdForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilledForm"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1KioskAsksId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScannedAskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskAsksIdAgree: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreedAskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1KioskArrivals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KioskAskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskArrivals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KioskAskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskArrivalsSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KioskSessionView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1KioskAsks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KioskAskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskAsks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KioskAskBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KioskAskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmsCodeView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1KioskDevice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskDevice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskProofs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KioskProofBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KioskSessionView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskReadings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskScans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanTicketView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KioskSessionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KioskSessionView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiV1KioskSessionsCurrent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功，没有内容 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Materials: {
        parameters: {
            query?: {
                cursor?: string | null;
                item?: string | null;
                limit?: number;
                passed?: boolean;
            };
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MaterialView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Materials: {
        parameters: {
            query?: {
                item?: string | null;
                replaces?: string | null;
            };
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__materials__MaterialView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1MaterialsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__materials__MaterialView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1MaterialsIdContent: {
        parameters: {
            query?: {
                version?: number | null;
            };
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Obligations: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                open?: boolean | null;
            };
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AskedRow_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ObligationsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1ObligationsIdConfirm: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1ObligationsIdDecline: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__others__DeclineBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ObligationsIdFilesId2Id3: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
                id2: string;
                id3: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ObligationsIdPapersId2Id3: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
                id2: string;
                id3: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1ObligationsIdSign: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Points: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPointsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1PointsRounds: {
        parameters: {
            query?: {
                cursor?: string | null;
                item?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RoundView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1PointsRoundsIdObjections: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoundObjectionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1PointsRoundsIdPlace: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPlaceView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1PointsRoundsIdRanking: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicRankingView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1PointsSheetsIdConfirm: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionedBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1PointsSheetsIdObjections: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetObjectionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffAccounts: {
        parameters: {
            query?: {
                cursor?: string | null;
                find?: string | null;
                limit?: number;
                proposed?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_StaffView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStaff"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstPasswordView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putApiV1StaffAccountsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffRolesBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAccountsIdAgree: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstPasswordView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAccountsIdDecline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__staff__DeclineBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAccountsIdReset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstPasswordView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffAccountsIdSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiV1StaffAccountsIdSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功，没有内容 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiV1StaffAccountsIdSessionsId2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功，没有内容 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffAppointments: {
        parameters: {
            query: {
                cursor?: string | null;
                date: string;
                escalated?: boolean;
                hall?: string | null;
                state?: ("free" | "held" | "withdrawn" | "pending" | "confirmed" | "checked_in" | "serving" | "done" | "declined" | "cancelled" | "missed") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DeskView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointments: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffClaimBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffAppointmentsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdAcceptProposal: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__appointments__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallerAppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdCall: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__counter__CallBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdCancel: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallerAppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdCheckIn: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__appointments__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdConfirm: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__appointments__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdDecline: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdDone: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdForward: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForwardBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdMissed: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdNotMissed: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__appointments__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdOnPaper: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OnPaperBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdPark: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdPropose: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdReschedule: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallerAppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdResume: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__appointments__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffAppointmentsIdSlip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlipView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdUndoCheckIn: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__appointments__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdUrgent: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UrgentBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsIdVoid: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsAnswers: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswersBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnsweredView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsCallers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SoughtCallerBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallerAppointmentsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAppointmentsLookUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookUpBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskFoundView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffArchives: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BatchRow_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffArchives: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArchiveBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffArchivesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffArchivesIdCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffArchivesIdPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffArchivesCandidates: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ArchivableView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffAuditChain: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffAuditLog: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                reads?: boolean;
                since?: string | null;
                staff?: string | null;
                subject?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAuditLogOfPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogOfPersonBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffAuditRefused: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffAuditSubjects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActSubjectsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffAuthorisations: {
        parameters: {
            query?: {
                department?: string | null;
                state?: ("proposed" | "issued" | "revoked") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorisationsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAuthorisations: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__authorisations__AuthorisationBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__authorisations__AuthorisationView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAuthorisationsIdAbsences: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__authorisations__AuthorisationView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAuthorisationsIdIssue: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorisationVersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__authorisations__AuthorisationView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAuthorisationsIdReturn: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorisationVersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__authorisations__AuthorisationView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffAuthorisationsIdRevoke: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevocationBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__authorisations__AuthorisationView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffBills: {
        parameters: {
            query?: {
                case?: string | null;
                number?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BillView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffBillsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffBillsIdCollect: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffBillsIdHandBack: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandBackBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffBillsIdReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffBillsIdReduce: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReduceBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCalendar: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarDaysView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putApiV1StaffCalendarDaysId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarDayBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarDayView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCases: {
        parameters: {
            query?: {
                cursor?: string | null;
                item?: string | null;
                limit?: number;
                queue?: "pre_review" | "reception" | "processing" | "district_review" | "results" | "escalated" | "supervised" | "taken_in" | "mine" | "given_back" | "all";
                state?: ("draft" | "submitted" | "returned" | "pre_approved" | "received" | "correction" | "accepted" | "correction_after_acceptance" | "paused" | "refused" | "granted" | "closed" | "not_accepted" | "withdrawn" | "aborted") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CaseRow_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCasesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdAbort: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdAccept: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__bodies__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdAnnul: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnulBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdAssignInspector: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectorBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCasesIdBundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BundleView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdCheckOriginals: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiveBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdClaim: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__bodies__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCasesIdCommitment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommitmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdCompleteStep: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdDecideRecusal: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideRecusalBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdDeliver: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliverBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdExamineDebt: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExamineBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdExtend: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdFindWrong: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__promises__RevokeBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdGrant: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__bodies__GrantBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdGreenChannel: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GreenBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdHearCommitment: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HearCommitmentBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdHearDecline: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HearDeclineBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdHearPromise: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HearPromiseBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdHearStatement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HearStatementBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdInspect: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCasesIdInspectors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_NamedView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdKeepDecision: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdLiftPreservation: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreserveBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreservedView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdLookAgain: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCasesIdMaterialsId2Id3: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                id2: string;
                id3: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCasesIdMaterialsId2EarlierId3Id4: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                id2: string;
                id3: string;
                id4: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCasesIdMaterialsId2Licence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdNotAccept: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCasesIdPapersId2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdPassMaterial: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PassBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdPause: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdPhotographs: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCasesIdPhotographsId2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdPreApprove: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__bodies__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdPreserve: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreserveBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreservedView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdReceive: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiveBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdRecordResult: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResultBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdRecuse: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecuseBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdRefuse: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdRelease: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__bodies__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdRequestCorrection: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdResume: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__bodies__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdReturn: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdRevoke: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__promises__RevokeBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForStaff"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCasesIdStatementAtCounter: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HearStatementBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwaitedWord"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCasesIdStory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoryView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCasesIdSubmissionsId2SignedId3: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                id2: string;
                id3: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCatalogueDraftsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putApiV1StaffCatalogueDraftsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDraftBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCatalogueDraftsIdDiff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Difference"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCatalogueDraftsIdDiscard: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftVersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCatalogueDraftsIdGuide: {
        parameters: {
            query?: {
                region?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCatalogueDraftsIdPropose: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeDraftBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCatalogueDraftsIdPublish: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftVersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCatalogueDraftsIdSendBack: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBackDraftBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCatalogueDraftsCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__catalogue__changes__DraftBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCatalogueDraftsDiff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__catalogue__changes__DraftBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Difference"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCatalogueDraftsPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCatalogueDraftsSimulate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulateBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCatalogueItems: {
        parameters: {
            query?: {
                cursor?: string | null;
                drafts?: boolean;
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ItemToEditView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCatalogueItemsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemSheetView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCatalogueItemsIdDiff: {
        parameters: {
            query?: {
                from?: string | null;
                to?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Difference"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCatalogueItemsIdDrafts: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginDraftBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCatalogueItemsIdGuide: {
        parameters: {
            query?: {
                region?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCatalogueKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCertificates: {
        parameters: {
            query: {
                number: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCertificatesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCertificatesIdCorrectable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectablesView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffCertificatesIdFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCertificatesIdReissue: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReissueBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCertificatesIdRevoke: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__certificates__RevokeBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffCertificatesSearches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindCertificatesBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundCertificatesView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffDebts: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DebtRow_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffDeliveries: {
        parameters: {
            query?: {
                case?: string | null;
                cursor?: string | null;
                limit?: number;
                number?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DeliveryView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffDeliveriesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffDeliveriesIdHandOver: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffDeliveriesIdResend: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliveryVersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffDeliveriesIdTakeBack: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeBackBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffDeliveriesIdToCounter: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToCounterBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffDestructions: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                waiting?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DestructionRow_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffDestructions: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DestructionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DestructionView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffDestructionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DestructionView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffDestructionsIdCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffDestructionsIdPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffDestructionsIdApprove: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpinionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DestructionView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffDestructionsIdDecline: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpinionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DestructionView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffDestructionsIdKeep: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeepBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DestructionView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffDestructionsCandidates: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DestroyableView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffGrants: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_GrantView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffGrants: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffGrantBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffGrantsIdCheck: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffGrantsIdClaim: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffGrantsIdEvidenceId2: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffGrantsIdGiveBack: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffGrantsIdRevoke: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffRevokeBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffGrantsIdTries: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriedBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffGrantsCount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffGrantsEvidence: {
        parameters: {
            query?: {
                person?: string | null;
            };
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__materials__MaterialView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffHallFigures: {
        parameters: {
            query: {
                since: string;
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallsFiguresView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffHallsIdCallNext: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NextBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffHallsIdClosures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosuresView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffHallsIdClosures: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosureBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosureView"];
                };
            };
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosureView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffHallsIdClosuresId2Lift: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiftBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosureView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffHallsIdClosuresId2People: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedPeopleView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffHallsIdCounters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountersView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffHallsIdDaySheet: {
        parameters: {
            query: {
                date: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffHallsIdExtraHours: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManyExtraHoursView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffHallsIdExtraHours: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtraHoursBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtraHoursView"];
                };
            };
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtraHoursView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffHallsIdExtraHoursId2Lift: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiftExtraHoursBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtraHoursView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffHallsIdFigures: {
        parameters: {
            query: {
                since: string;
                until: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallFiguresView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffHallsIdFiguresVisits: {
        parameters: {
            query: {
                counter?: string | null;
                cursor?: string | null;
                figure: string;
                limit?: number;
                since: string;
                until: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallVisitsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffHallsIdOutages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutagesView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffHallsIdOutages: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReserveBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutageView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffHallsIdOutagesId2Close: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseOutageBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutageView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffHallsIdOutagesId2Forms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffHallsIdOutagesId2Times: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutageTimesBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutageView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffHallsIdPaperVisits: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaperVisitBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffHallsIdSchedules: {
        parameters: {
            query?: {
                on?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffHallsIdSchedules: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffHallsIdSlots: {
        parameters: {
            query: {
                also?: string | null;
                from: string;
                item: string;
                to: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffHeadDesk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeadDeskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffHearings: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandingBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AwaitedWord_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffInspections: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                mine?: boolean;
                state?: ("waiting" | "correcting" | "proposed" | "over") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_InspectionRow_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffIntake: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonDocument"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_IntakeRow_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffKioskAsks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KioskHelpsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffKioskAsks: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttestAtKioskBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttestedAtKioskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffKiosks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KiosksView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffKiosks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KioskBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredKioskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffKiosksIdWithdraw: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawKioskBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KioskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffLedgers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerList"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffLedgersId: {
        parameters: {
            query?: {
                day?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffLedgersIdCsv: {
        parameters: {
            query?: {
                day?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffMarks: {
        parameters: {
            query?: {
                case?: string | null;
                cursor?: string | null;
                limit?: number;
                open?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MarkView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffMarksIdRepair: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepairBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putApiV1StaffMePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordBody"];
            };
        };
        responses: {
            /** @description 成功，没有内容 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffMeSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiV1StaffMeSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功，没有内容 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiV1StaffMeSessionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功，没有内容 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffMeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffMeTotpConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffNoticesIdCall: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__notices__CallBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffNoticesIdClaim: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeCallView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffNoticesCalls: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeCallsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffObligationsIdAtCounter: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandingBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffObligationsIdAtCounterPapersId2Id3: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                id2: string;
                id3: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandingBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffObligationsIdFilesId2Id3: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                id2: string;
                id3: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffObligationsIdHear: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeardBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffPeople: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonDocument"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffPointsCasesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffPointsCasesIdLines: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LineBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffPointsRounds: {
        parameters: {
            query?: {
                cursor?: string | null;
                item?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_StaffRoundRowView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffPointsRounds: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoundBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRoundView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffPointsRoundsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRoundView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffPointsRoundsIdApplications: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppliedListView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffPointsRoundsIdClose: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionedBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRoundView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffPointsRoundsIdConclude: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionedBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRoundView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffPointsRoundsIdDecide: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionedBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRoundView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffPointsRoundsIdExclusions: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExclusionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRoundView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffPointsRoundsIdObjections: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakenDownBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRoundView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffPointsRoundsIdObjectionsId2Answer: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerRoundBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRoundView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffPointsRoundsIdObjectionsId2Teller: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TellerView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffPointsRoundsIdPublish: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionedBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRoundView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffPointsRoundsIdRank: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionedBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRoundView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffPointsRoundsIdRanking: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRankingView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffPointsRoundsIdReadmissions: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExclusionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRoundView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffPointsSheets: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                objected?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SheetView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffPointsSheetsIdObjectionsId2Answer: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerSheetBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffPosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffPreserved: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PreservedView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffProofs: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttestBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttestedView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffRechecks: {
        parameters: {
            query?: {
                case?: string | null;
                cursor?: string | null;
                finding?: ("in_order" | "minor" | "wrong") | null;
                limit?: number;
                mine?: boolean;
                month?: string | null;
                open?: boolean | null;
                refusal?: boolean | null;
                settled?: boolean | null;
                town?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RecheckView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffRechecksIdAssign: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecheckerBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecheckView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffRechecksIdRecheckers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_NamedView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffRechecksIdRecord: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecheckView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffLoginBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffLoginView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffSessionsCurrent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionLeftView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiV1StaffSessionsCurrent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功，没有内容 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffStandIns: {
        parameters: {
            query?: {
                cursor?: string | null;
                ended?: boolean;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandInsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffStandIns: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandInBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandInView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffStandInsIdEnd: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndStandInBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandInView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffStandInsIdLeave: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandInView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffStandInsIdReturn: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandInVersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandInView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffStanding: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StandingBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffStats: {
        parameters: {
            query: {
                by?: "item" | "department" | "hall" | "region" | "intake";
                department?: string | null;
                from: string;
                hall?: string | null;
                intake?: string | null;
                item?: string | null;
                region?: string | null;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffStatsCases: {
        parameters: {
            query: {
                by?: "item" | "department" | "hall" | "region" | "intake";
                cursor?: string | null;
                department?: string | null;
                figure: "cases" | "ended" | "on_time" | "time_saved" | "materials_saved" | "visits" | "instant" | "returns";
                from: string;
                hall?: string | null;
                intake?: string | null;
                item?: string | null;
                key?: string | null;
                limit?: number;
                only?: ("counted" | "rest") | null;
                region?: string | null;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatsCasesView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffStatsRechecks: {
        parameters: {
            query?: {
                month?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecheckStatsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffSupervisionCards: {
        parameters: {
            query?: {
                appealable?: boolean;
                cursor?: string | null;
                department?: string | null;
                level?: ("reminder" | "yellow" | "red") | null;
                limit?: number;
                mine?: boolean;
                state?: ("given" | "appealed" | "upheld" | "withdrawn") | null;
                subject?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CardView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffSupervisionCardsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffSupervisionCardsIdAppeal: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1StaffSupervisionCardsIdReview: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffSupervisionCasesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffSupervisionClocks: {
        parameters: {
            query?: {
                cursor?: string | null;
                department?: string | null;
                item?: string | null;
                kind?: "pre_review" | "acceptance" | "promised" | "statutory" | "paused";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ClockRow_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffSupervisionExport: {
        parameters: {
            query: {
                from: string;
                level?: "yellow" | "red" | "all";
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__supervision__cards__ExportView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffSupervisionExportCsv: {
        parameters: {
            query: {
                from: string;
                level?: "yellow" | "red" | "all";
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1StaffWords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffWordsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Themes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThemesView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1WebCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebCodeView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1WebSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebSessionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebSessionView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1WebSessionsCurrent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebSessionView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiV1WebSessionsCurrent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功，没有内容 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
